package io.whittle.graph.catalog;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;

import static org.assertj.core.api.Assertions.assertThat;

/** Lines are found again, and carets stand under what is meant. */
class CatalogSourceTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "a", "a\n", "\n", "a\n\nb", "a\r\nb\r\n", "a\rb", "\r\r\n\n"})
    void linesAreTheOnesTheJdkSees(String text) {
        assertThat(new TextLines(text))
                .containsExactlyElementsOf(
                        text.isEmpty() ? List.of("") : text.lines().toList());
    }

    @Test
    void linesOfLongTextsAreFoundAgain() {
        Random random = new Random(7);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 5000; i++) {
            text.append("x".repeat(random.nextInt(9))).append(random.nextBoolean() ? "\n" : "\r\n");
        }
        assertThat(new TextLines(text.toString()))
                .containsExactlyElementsOf(text.toString().lines().toList());
    }

    @Test
    void aTabAboveIsATabBelow() {
        assertThat(excerpt("\ta:\tb", 5)).isEqualTo("    \ta:\tb\n    \t  \t^");
    }

    @Test
    void charactersBeyondTheFirstPlaneCountOnce() {
        assertThat(excerpt("\uD83D\uDE00\uD83D\uDE00 x", 4)).isEqualTo("    \uD83D\uDE00\uD83D\uDE00 x\n       ^");
    }

    @Test
    void ofALongLineOnlyTheNeighbourhoodIsShown() {
        String excerpt = excerpt("a".repeat(1000) + "X" + "b".repeat(1000), 1001);
        String[] lines = excerpt.split("\n");
        assertThat(lines[0]).startsWith("    ... aaa").endsWith("bbb ...").hasSizeLessThan(180);
        assertThat(lines[0].charAt(lines[1].indexOf('^'))).isEqualTo('X');
    }

    @Test
    void thereIsNothingToShowOfBlankLinesAndBeyondTheText() {
        CatalogSource source = CatalogSource.of(Path.of("f"), "a\n \n");
        assertThat(source.excerpt(new Place(2, 1))).isEmpty();
        assertThat(source.excerpt(new Place(9, 1))).isEmpty();
        assertThat(source.at(new Place(9, 1))).isEqualTo("f:9:1");
    }

    private static String excerpt(String line, int column) {
        return CatalogSource.of(Path.of("f"), line).excerpt(new Place(1, column));
    }
}
