package io.whittle.assembler.cost;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What a table tells of a fault names no place of one machine. */
class OneLineTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/home/a/feature-tags.yaml:3:5: error: no module net.",
                "/home/my projects/a/feature-tags.yaml:3:5: error: no module net.",
                "C:\\my projects\\feature-tags.yaml:3:5: error: no module net:\n  first: one",
                "no module net."
            })
    void placesAndTheEndOfASentenceAreLeftOut(String message) {
        assertThat(OneLine.of(message)).isEqualTo("no module net");
    }
}
