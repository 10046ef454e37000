package io.whittle.graph.catalog;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Every broken sample is answered with exactly the message beside it. {@code -Dgoldens=write} writes the messages anew;
 * read their difference as somebody who has never seen the file would.
 */
class GoldenMessagesTest {
    static Stream<Path> broken() {
        return Stream.of("bad-shape", "bad-meaning", "bad-text").flatMap(folder -> Samples.in(folder).stream());
    }

    @ParameterizedTest
    @MethodSource("broken")
    void aBrokenSampleIsAnsweredWithTheMessageBesideIt(Path sample) throws IOException {
        CatalogException fault = catchThrowableOfType(
                CatalogException.class, () -> CatalogReader.read(Samples.name(sample), Samples.text(sample)));
        assertThat(fault).as("a fault in " + sample).isNotNull();
        held(sample, fault.getMessage());
    }

    static List<Path> good() {
        return Samples.in("good");
    }

    @ParameterizedTest
    @MethodSource("good")
    void aGoodSampleReadsWithTheWarningsBesideIt(Path sample) throws IOException, CatalogException {
        CatalogReading reading = CatalogReader.read(Samples.name(sample), Samples.text(sample));
        StringBuilder warnings = new StringBuilder();
        reading.warnings()
                .forEach(warning -> warnings.append(
                                warning.render(reading.catalog().source(), "warning"))
                        .append('\n'));
        held(sample, warnings.toString().stripTrailing());
    }

    private static void held(Path sample, String message) throws IOException {
        Path golden = Path.of(sample.toString().replaceFirst("yaml$", "expected"));
        if ("write".equals(System.getProperty("goldens"))) {
            Files.writeString(golden, message + "\n");
        }
        assertThat(message + "\n").isEqualTo(Files.readString(golden));
    }
}
