package io.whittle.graph.catalog;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** The JSON Schema and the reader agree on every fault of shape. */
class SchemaAgreementTest {
    private static final CatalogSchema SCHEMA = new CatalogSchema();

    static List<Path> good() {
        return Samples.in("good");
    }

    static List<Path> badShape() {
        return Samples.in("bad-shape");
    }

    static List<Path> badMeaning() {
        return Samples.in("bad-meaning");
    }

    @ParameterizedTest
    @MethodSource("good")
    void goodSamplesPassTheSchema(Path sample) {
        assertThat(SCHEMA.faults(Samples.text(sample))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("badShape")
    void samplesOfBadShapeFailTheSchema(Path sample) {
        assertThat(SCHEMA.faults(Samples.text(sample))).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("badMeaning")
    void whatOnlyTheReaderSeesPassesTheSchema(Path sample) {
        assertThat(SCHEMA.faults(Samples.text(sample))).isEmpty();
        assertThat(catchThrowableOfType(
                        CatalogException.class, () -> CatalogReader.read(Samples.name(sample), Samples.text(sample))))
                .isNotNull();
    }

    @Test
    void formsOfTextAreTheSamePatterns() {
        Map<String, String> schema = new TreeMap<>();
        Map<String, String> reader = new TreeMap<>();
        for (TextForm form : TextForm.values()) {
            String name = form.name().toLowerCase(Locale.ROOT);
            JsonNode pattern = SCHEMA.node().at("/$defs/" + name + "/pattern");
            assertThat(SCHEMA.node().at("/$defs/" + name).isMissingNode())
                    .as(name + " is defined")
                    .isFalse();
            if (!pattern.isMissingNode()) {
                schema.put(name, pattern.asString().replace("[\\s\\S]", "."));
                reader.put(name, "^" + form.pattern().replace("(?s)", "") + "$");
            }
        }
        assertThat(schema).isEqualTo(reader);
    }

    @Test
    void everyPlatformTheVocabularyCanSpellPassesTheSchema() {
        for (Platform platform : Platform.all()) {
            assertThat(SCHEMA.faults("schema: 1\nprofiles: {a: {platforms: [" + platform + "]}}"))
                    .isEmpty();
        }
    }

    @Test
    void everyLevelTakesTheSameKeys() {
        for (Level level : Level.values()) {
            String pointer = switch (level) {
                case CATALOG -> "";
                case BASE, FEATURE, CAPABILITY, IMAGE, PROFILE, CHECK, STEP, STOP, EXPECT ->
                    "/$defs/" + level.name().toLowerCase(Locale.ROOT);
                case VARIANT -> "/$defs/feature/properties/variants/items";
                case FALLBACK -> "/$defs/feature/properties/fallback";
                case EDGE, NEED, CONFLICT, REASON -> "/$defs/" + level.name().toLowerCase(Locale.ROOT) + "/then";
                case WORD -> "/$defs/conflict/then";
                case DYNAMIC -> "/$defs/feature/properties/dynamic/items";
                case LAUNCHER -> "/$defs/image/properties/launchers/additionalProperties";
                case FORBID -> "/$defs/profile/properties/forbid";
                case BUDGETS -> "/$defs/profile/properties/budgets";
                case READY -> "/$defs/ready/then";
                case COPY -> "/$defs/laid_file/then";
                case ARTIFACT -> "/$defs/artifact_rule";
                case TAGS -> "/properties/tags";
            };
            JsonNode properties = SCHEMA.node().at(pointer + "/properties");
            assertThat(properties.propertyNames()).as(level.words()).containsExactlyInAnyOrderElementsOf(level.keys());
            assertThat(SCHEMA.node().at(pointer + "/additionalProperties").asString("none"))
                    .as(level.words() + " takes no others")
                    .isEqualTo("false");
        }
    }
}
