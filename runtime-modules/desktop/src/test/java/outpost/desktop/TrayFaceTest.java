package outpost.desktop;

import org.junit.jupiter.api.Test;
import outpost.core.NodeState;

import java.awt.Dimension;
import java.awt.image.BufferedImage;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

class TrayFaceTest {
    @Test
    void onlyTheOtherWishIsOffered() {
        TrayFace up = TrayFace.of(NodeState.RUNNING, true);
        TrayFace down = TrayFace.of(NodeState.STOPPED, false);

        assertThat(up.text()).isEqualTo("Outpost: running");
        assertThat(up.mayUp()).isFalse();
        assertThat(up.mayDown()).isTrue();
        assertThat(down.mayUp()).isTrue();
        assertThat(down.mayDown()).isFalse();
    }

    @Test
    void restingMovingAndRunningLookDifferent() {
        assertThat(Stream.of(NodeState.STOPPED, NodeState.STARTING, NodeState.RUNNING)
                        .map(state -> TrayFace.of(state, true).color()))
                .doesNotHaveDuplicates();
    }

    @Test
    void imageIsADotOfTheStatesColorOnNothing() {
        TrayFace face = TrayFace.of(NodeState.RUNNING, true);
        BufferedImage image = NodeTray.dot(face, new Dimension(24, 24));

        assertThat(image.getRGB(12, 12)).isEqualTo(face.color().getRGB());
        assertThat(image.getRGB(0, 0)).isZero();
    }
}
