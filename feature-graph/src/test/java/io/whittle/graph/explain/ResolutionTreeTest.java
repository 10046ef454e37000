package io.whittle.graph.explain;

import io.whittle.graph.testing.Golden;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ResolutionTreeTest {
    @Test
    void aProfileIsDrawnFromWhatIsAskedForDownToWhatThatBrings() throws Exception {
        Golden.hold(
                "explain/minimal-linux.txt",
                ResolutionTree.render(Outpost.resolve("minimal", "linux/amd64"), TreeStyle.LINES));
    }

    @Test
    void anInheritingProfileWithACircleIsDrawnInPlainAscii() throws Exception {
        String text = ResolutionTree.render(Outpost.resolve("field", "linux/amd64"), TreeStyle.ASCII);

        Golden.hold("explain/field-linux.ascii.txt", text);
        assertThat(text.chars()).allMatch(character -> character < 128);
    }

    @Test
    void whatAllCannotBringIsDrawnWithItsReason() throws Exception {
        Golden.hold(
                "explain/full-linux.txt",
                ResolutionTree.render(Outpost.resolve("full", "linux/amd64"), TreeStyle.LINES));
    }

    @Test
    void anAllowlistIsDrawnWithTheRequirementsItBreaks() throws Exception {
        Golden.hold(
                "explain/minimal-linux.allowlist.txt",
                ResolutionTree.render(Outpost.allowlist("minimal", "linux/amd64"), TreeStyle.LINES));
    }
}
