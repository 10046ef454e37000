package io.whittle.maven;

import io.whittle.assembler.goal.GoalException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class QuotedWordsTest {
    @Test
    void spacesAndLinesPartWords() throws GoalException {
        assertThat(QuotedWords.of("\n  qemu-arm-static -L\t/opt/armhf\n"))
                .containsExactly("qemu-arm-static", "-L", "/opt/armhf");
        assertThat(QuotedWords.of(" ")).isEmpty();
    }

    @Test
    void quotesKeepSpacesAndAreNoPartOfTheWord() throws GoalException {
        assertThat(QuotedWords.of("qemu -L \"/my jdks/armhf\" -E A='it is \"b\"' ''"))
                .containsExactly("qemu", "-L", "/my jdks/armhf", "-E", "A=it is \"b\"", "");
    }

    @Test
    void dollarsAndBackslashesAreThemselves() throws GoalException {
        assertThat(QuotedWords.of("'$0' \"C:\\q\" \\n")).containsExactly("$0", "C:\\q", "\\n");
    }

    @Test
    void aQuoteWithoutEndIsTold() {
        assertThatThrownBy(() -> QuotedWords.of("qemu -L \"/my jdks")).hasMessageContaining("qemu -L \"/my jdks");
    }
}
