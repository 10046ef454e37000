package io.whittle.graph.interchange;

import io.whittle.graph.catalog.CatalogReader;
import io.whittle.graph.catalog.Notice;
import io.whittle.graph.testing.Golden;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** What becomes of a model, to the letter, and what is said of one that cannot be imported. */
class UvlImportTest {
    private static final Path FOLDER = Path.of("src/test/resources/interchange");

    @Test
    void aModelIsWrittenAsItAlwaysWas() throws Exception {
        ImportedCatalog imported = UvlImport.read(FOLDER.resolve("lamp.uvl"));

        Golden.hold("interchange/lamp.yaml", imported.text());
        assertThat(imported.features()).isEqualTo(13);
        assertThat(imported.constraints()).isEqualTo(7);
        assertThat(imported.warnings()).singleElement().satisfies(warning -> {
            assertThat(warning.place()).hasToString("10:12");
            assertThat(warning.text()).contains("'price' is not imported");
        });
    }

    @Test
    void theWrittenTextIsACatalogueWithoutFaults() throws Exception {
        ImportedCatalog imported = UvlImport.read(FOLDER.resolve("lamp.uvl"));

        assertThat(CatalogReader.read(Path.of("lamp.yaml"), imported.text())
                        .catalog()
                        .features())
                .hasSize(imported.features() + imported.helpers());
    }

    static Stream<Arguments> names() {
        return Stream.of(
                Arguments.of("CONFIG_386_alt", "config-386-alt"),
                Arguments.of("LoanAgainstProperty", "loan-against-property"),
                Arguments.of("IPv6Support", "ipv6-support"),
                Arguments.of("3D view (new)", "f-3d-view-new"),
                Arguments.of("__Root__", "root"),
                Arguments.of("Straße größer", "strasse-grosser"),
                Arguments.of("漢字", "feature"),
                Arguments.of("x".repeat(500), "x".repeat(120)));
    }

    @ParameterizedTest
    @MethodSource("names")
    void aNameIsRespelledSoThatItIsStillKnown(String original, String name) {
        assertThat(CatalogNames.spelled(original)).isEqualTo(name);
    }

    @Test
    void namesThatFallTogetherAreToldApart() {
        CatalogNames names = new CatalogNames();

        assertThat(Stream.of("a_b", "a.b", "a_b_2", "A b").map(names::like))
                .containsExactly("a-b", "a-b-2", "a-b-2-2", "a-b-3");
    }

    @Test
    void wordsAndCharactersThatYamlMeansOtherwiseStayNames() throws Exception {
        ImportedCatalog imported = UvlImport.read(
                Path.of("odd.uvl"),
                "features\n\tnull\n\t\toptional\n\t\t\tNo\n\t\t\t\"a: b # c\"\n\t\t\t\"it's \\\"\n"
                        + "\t\t\t\"line\u2028end\"\nconstraints\n\t!No | \"a: b # c\"\n");

        assertThat(CatalogReader.read(Path.of("odd.yaml"), imported.text())
                        .catalog()
                        .features()
                        .values())
                .extracting(feature -> feature.summary().orElseThrow())
                .containsExactly("a: b # c", "it's \\", "line?end", "No", "null");
    }

    static Stream<String> refused() {
        return Stream.of("not-boolean", "syntax", "unknown-names", "groups", "large-group", "nothing");
    }

    @ParameterizedTest
    @MethodSource("refused")
    void everyFaultIsToldWithItsPlaceAndWhatToDo(String model) throws Exception {
        String text = Files.readString(FOLDER.resolve("messages/" + model + ".uvl"));
        UvlException refused =
                catchThrowableOfType(UvlException.class, () -> UvlImport.read(Path.of(model + ".uvl"), text));

        Golden.hold("interchange/messages/" + model + ".txt", refused.getMessage() + "\n");
    }

    @Test
    void nothingIsLostBetweenTwoComments() throws Exception {
        ImportedCatalog imported = UvlImport.read(
                Path.of("comments.uvl"),
                "/* head\n */\nfeatures // not /* one\n\tr\n\t\toptional\n\t\t\ta /* one */\n\t\t\t\"b /* c\"\n"
                        + "\t\t\tc {url 'x/*'} /* two */\n/* three\n*/\n\t\t\td\nconstraints\n"
                        + "\ta => /* four */ d /* five */\n");

        assertThat(imported.features()).isEqualTo(5);
        assertThat(imported.text()).contains("      - d  # line 13: a => d\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"a /* b | 2:4 | has no end", "a /* b\\n*/ c | 3:3 | begin a line of its own"})
    void aCommentThatWouldBeReadOtherwiseThanItLooksIsRefused(String line, String place, String said) {
        UvlException refused = catchThrowableOfType(
                UvlException.class,
                () -> UvlImport.read(Path.of("c.uvl"), "features\n\t" + line.replace("\\n", "\n") + "\n"));

        assertThat(refused.faults().get(0).place()).hasToString(place);
        assertThat(refused.faults().get(0).text()).contains(said);
    }

    @Test
    void whatCannotBeReadIsTold() throws Exception {
        assertThat(catchThrowableOfType(UvlException.class, () -> UvlImport.read(FOLDER)))
                .hasMessageContaining("this is a folder");
        assertThat(catchThrowableOfType(UvlException.class, () -> UvlImport.read(FOLDER.resolve("nowhere.uvl"))))
                .hasMessageContaining("there is no such file");
        Path latin = Files.write(Files.createTempFile("latin", ".uvl"), new byte[] {'f', (byte) 0xE4, '\n'});
        try {
            assertThat(catchThrowableOfType(UvlException.class, () -> UvlImport.read(latin)))
                    .hasMessageContaining("not UTF-8");
        } finally {
            Files.delete(latin);
        }
    }

    @Test
    void whatNestsTooDeepIsRefusedBeforeTheParserGoesDown() {
        String begin = "features\n\ta\nconstraints\n\t";
        for (String deep : new String[] {"(".repeat(100_000) + "a" + ")".repeat(100_000), "!".repeat(100_000) + "a"}) {
            UvlException refused = catchThrowableOfType(
                    UvlException.class, () -> UvlImport.read(Path.of("deep.uvl"), begin + deep + "\n"));
            assertThat(refused.faults())
                    .extracting(Notice::text)
                    .singleElement()
                    .asString()
                    .contains("200 deep");
        }
        UvlException chain = catchThrowableOfType(
                UvlException.class, () -> UvlImport.read(Path.of("deep.uvl"), begin + "a => ".repeat(5_000) + "a\n"));
        assertThat(chain).hasMessageContaining("400 deep");
    }

    @Test
    void longChainsAreNotDeep() throws Exception {
        String begin = "features\n\ta\n\t\toptional\n\t\t\tb\nconstraints\n\t";

        assertThat(UvlImport.read(Path.of("long.uvl"), begin + "b | ".repeat(20_000) + "b\n")
                        .text())
                .contains("requires:\n    - a  # the root\n    - b");
    }

    @Test
    void equivalencesInEquivalencesAreNotWrittenOut() throws Exception {
        StringBuilder text = new StringBuilder("features\n\tr\n\t\toptional\n");
        for (int i = 0; i < 60; i++) {
            text.append("\t\t\ta").append(i).append('\n');
        }
        text.append("constraints\n\ta0");
        for (int i = 1; i < 60; i++) {
            text.append(" <=> a").append(i);
        }

        assertThat(UvlImport.read(Path.of("chain.uvl"), text.append('\n').toString())
                        .helpers())
                .isLessThan(400);
    }
}
