package io.whittle.graph.edit;

import io.whittle.graph.catalog.CatalogException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;

/** Two megabytes in one line: whoever looked for the line's begin at each value would be at it for minutes. */
class LargeEditTest {
    @Test
    @Timeout(30)
    void aCatalogueInOneLineIsEditedInTheTimeOfReadingIt() throws CatalogException {
        String features = IntStream.range(0, 50_000)
                .mapToObj(i -> "\"f" + i + "\": {\"modules\": [\"com.example.m" + i + "\"]}")
                .collect(Collectors.joining(", "));
        String text = "{\"schema\": 1, \"features\": {" + features + "}}";
        Addition addition = new Addition(Optional.of("f49998"), Addition.Key.MODULES, "more", Optional.empty());
        assertThat(CatalogEditor.add(text, List.of(addition))).isEqualTo(text.replace("m49998\"]", "m49998\", more]"));
    }
}
