package io.whittle.graph.catalog;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

/** No input, however broken, is answered with anything but a catalogue or its faults, and every answer comes soon. */
class HostileCatalogTest {
    private static final Path NAME = Path.of("feature-tags.yaml");
    private static final Duration SOON = Duration.ofMinutes(5);

    /** {@code -Dseed=} repeats a run, {@code -Dmutations=} makes it longer. */
    @Test
    void mutatedCatalogsAreReadOrRefused() {
        long seed = Long.getLong("seed", System.nanoTime());
        int mutations = Integer.getInteger("mutations", 4000);
        System.out.println("HostileCatalogTest: -Dseed=" + seed);
        Mutation mutation = new Mutation(seed);
        for (int i = 0; i < mutations; i++) {
            byte[] bytes = mutation.next();
            assertTimeoutPreemptively(
                    SOON,
                    () -> answered(bytes),
                    () -> "seed " + seed + ": " + new String(bytes, StandardCharsets.UTF_8));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"[", "{", "{a: ", "- ", "? ", "[[]", "{a: [", "!x [", "&a [", "\"", "(", "%", "a:\n ", "*a "})
    void aHugePileOfOneThingIsAnsweredSoon(String thing) {
        byte[] pile = ("schema: 1\nfeatures: " + thing.repeat(300_000)).getBytes(StandardCharsets.UTF_8);
        assertTimeoutPreemptively(SOON, () -> answered(pile));
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "not ", "!", "linux or ", "linux and not ", "((linux) or ", "linux "})
    void aHugeConditionIsAnsweredSoon(String thing) {
        String condition = thing.repeat(300_000) + "linux";
        byte[] pile = ("schema: 1\nfeatures: {a: {platforms: \"" + condition + "\"}}").getBytes(StandardCharsets.UTF_8);
        assertTimeoutPreemptively(SOON, () -> answered(pile));
    }

    @Test
    void thirtyThousandWrongNamesInOneLineAreAnsweredSoon() {
        StringBuilder text = new StringBuilder("{schema: 1, features: {");
        for (int i = 0; i < 30_000; i++) {
            text.append("feature-")
                    .append(i)
                    .append(": {requires: [featur-")
                    .append(i)
                    .append("]}, ");
        }
        byte[] pile = text.append("}}").toString().getBytes(StandardCharsets.UTF_8);
        CatalogException fault = assertTimeoutPreemptively(SOON, () -> answered(pile));
        assertThat(fault.faults()).hasSizeBetween(2, 1000);
        assertThat(fault.getMessage()).hasSizeLessThan(1_000_000).endsWith("^");
        List<Notice> faults = fault.faults();
        assertThat(faults.get(faults.size() - 1).text()).contains("more errors follow");
    }

    @Test
    void wrongPlaceholdersInOneLineAndInOneTextAreAnsweredSoon() {
        String words = "[app" + ", '${port.q}'".repeat(200_000) + "]";
        String text = "'" + "${dir} ${nope} ".repeat(200_000) + "'";
        byte[] pile = ("{schema: 1, checks: {a: {ports: [p], files: {a: " + text + "}, run: " + words + "}}}")
                .getBytes(StandardCharsets.UTF_8);
        CatalogException fault = assertTimeoutPreemptively(SOON, () -> answered(pile));
        assertThat(fault.faults()).hasSizeBetween(2, 1000);
    }

    /** Reads, and renders what there is to say; anything but a catalogue or its faults leaves this method. */
    private static CatalogException answered(byte[] bytes) {
        try {
            CatalogReading reading = CatalogReader.read(NAME, bytes);
            reading.warnings()
                    .forEach(warning -> warning.render(reading.catalog().source(), "warning"));
            return null;
        } catch (CatalogException faults) {
            assertThat(faults.getMessage()).startsWith("feature-tags.yaml:");
            return faults;
        }
    }
}
