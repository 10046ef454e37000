package io.whittle.assembler.lock;

import io.whittle.graph.catalog.Platform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** A whittle.lock that is there is used, or refused with its place. */
class LockReaderTest {
    private static final String GOOD = new String(LockJson.bytes(Locks.two()), StandardCharsets.UTF_8);

    @TempDir
    private Path dir;

    @Test
    void noFileIsNoLock() throws LockException {
        assertThat(LockReader.read(dir.resolve("whittle.lock"))).isEmpty();
    }

    @Test
    void linesMayEndAsOnWindowsAndKeysMayStandInAnotherOrder() throws Exception {
        assertThat(read(GOOD.replace("\n", "\r\n"))).isEqualTo(Locks.two());
        assertThat(read("{\"schema\": 2, \"profiles\": {}}")).isEqualTo(Lock.empty());
    }

    /** What an older Whittle accepted stays accepted; what it did not keep is told as a difference, and no more than that. */
    @Test
    void theSchemaBeforeThisOneIsReadAndItsGapsAreDifferences() throws Exception {
        Platform platform = Platform.parse("linux/amd64");
        LockEntry old = LockReader.read(Path.of("src/test/resources/locks/schema-1.lock"))
                .orElseThrow()
                .find("small", platform)
                .orElseThrow();
        LockEntry now = Locks.two().find("small", platform).orElseThrow();

        assertThat(EntryDiff.of(Optional.of(old), now, new Tolerance(BigDecimal.ONE)))
                .containsExactly(
                        "+ option compress (zip-6)",
                        "+ option strip (java-debug)",
                        "+ artifact com.acme:app (project)",
                        "+ artifact com.acme:driver (by name alone)",
                        "- artifact com.acme:natives:linux (by name alone)",
                        "+ artifact com.acme:natives:linux:1.0 (sha256 " + Locks.HASH + ")");
        assertThat(read(new String(LockJson.bytes(Lock.empty().with("small", platform, old)), StandardCharsets.UTF_8))
                        .find("small", platform))
                .contains(old);
        assertThat(refusal("{\"schema\": 0}")).contains("its schema is 0, and this version of Whittle knows 1 to 2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"imageBytes\": 23000000 | \"imageBytes\": 23.5 | 13:23: a whole number, not below 0",
                "\"imageBytes\": 23000000 | \"imageBytes\": -4 | 13:23: a whole number, not below 0",
                "\"imageBytes\": 23000000 | \"imageBytes\": 99999999999999999999 | 13:23: a whole number, not below 0",
                "\"imageBytes\": 23000000 | \"bytes\": 1 | 'bytes' has no meaning here, only artifacts, features, imageBytes,",
                "\"features\": {}, |  | missing here: features",
                "\"linux/arm/v7\" | \"linux/arm/v77\" | 5:24: 'linux/arm/v77' is no platform: ",
                "\"version\": \"21.0.2\" | \"vendor\": \"Acme\" | 'version' is missing here",
                "\"from\": \"project\" | \"from\": \"elsewhere\" | 'from' is jdk or project and stands alone",
                "\"from\": \"project\" | \"sha256\": \"0\" | 'from' is jdk or project and stands alone",
                "\"sha256\": \"0123 | \"sha256\": \"012 | a dependency has an 'artifact' and a 'sha256' of 64",
                "\"artifacts\": {} | \"artifacts\": [] | an object in braces is expected here",
                "\"options\": {}, |  | missing here: options",
                "\"from\": \"catalogue\" | \"from\": \"jdk\" | 'from' is catalogue or project and stands alone",
                "\"findings\": [ | \"findings\": {} | a list in brackets is expected here",
                "\"features\": {} | \"features\": null | an object in braces is expected here",
                "\"required\" | 1 | 25:23: a text in quotes is expected here",
                "\"localapi\" | \"cli\" | it is not the JSON that whittle:lock writes: Duplicate",
                "\"jdk\": {\"version\": \"21.0.2\"}, | <<<<<<< | a merge was left unfinished in it",
                "\"schema\": 2, |  | 'schema' is missing before this"
            })
    void whatIsWrongIsToldAtItsPlace(String found, String wrong, String told) throws IOException {
        assertThat(GOOD).contains(found);

        String message = refusal(GOOD.replaceFirst(
                Pattern.quote(found),
                Matcher.quoteReplacement(wrong == null ? "" : wrong.replace("<<<<<<<", "\n<<<<<<<"))));

        assertThat(message).contains(told);
        assertThat(message)
                .matches(
                        "(?s)<dir>/whittle\\.lock:\\d+:\\d+: .*\\.\n  Restore it from version control, or delete it .*");
    }

    @Test
    void aNewerSchemaIsNotGuessedAt() throws IOException {
        assertThat(refusal("{\"schema\": 7, \"profiles\": [\"of some other shape\"]}"))
                .startsWith("<dir>/whittle.lock:1:12: its schema is 7, and this version of Whittle knows 1 to 2.\n")
                .contains("written by another version");
    }

    @Test
    void aFolderAndALinkToNowhereAreToldAndNotPassedOver() throws IOException {
        Path folder = Files.createDirectory(dir.resolve("folder"));
        Path link = Files.createSymbolicLink(dir.resolve("link"), dir.resolve("gone"));

        assertThat(refusal(folder)).contains("it is a folder", "-Dwhittle.lockFile=<file>");
        assertThat(refusal(link)).contains("it cannot be read (NoSuchFileException)");
    }

    @Test
    void noTextMakesItCrash() throws IOException {
        long seed = System.nanoTime();
        System.out.println("LockReaderTest seed " + seed);
        Random random = new Random(seed);
        for (int i = 0; i < 2000; i++) {
            byte[] bytes = GOOD.getBytes(StandardCharsets.UTF_8);
            for (int j = random.nextInt(3); j >= 0; j--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            int end = random.nextBoolean() ? bytes.length : random.nextInt(bytes.length);
            Path file = Files.write(dir.resolve("whittle.lock"), Arrays.copyOf(bytes, end));
            try {
                assertThat(LockReader.read(file)).as("seed %d", seed).isPresent();
            } catch (LockException refused) {
                assertThat(refused.file()).isEqualTo(file);
                assertThat(refused.place())
                        .as("seed %d, %s", seed, refused.getMessage())
                        .isPresent();
            }
        }
        assertThat(refusal("")).contains("whittle.lock:1:1: ");
        assertThat(refusal("[".repeat(100_000))).contains("an object in braces is expected");
        assertThat(refusal("{\"schema\": 1, \"profiles\": {\"p\": " + "{\"linux/amd64\": ".repeat(5000)))
                .contains("has no meaning here");
    }

    private Lock read(String text) throws Exception {
        return LockReader.read(Files.writeString(dir.resolve("whittle.lock"), text))
                .orElseThrow();
    }

    private String refusal(String text) throws IOException {
        return refusal(Files.writeString(dir.resolve("whittle.lock"), text));
    }

    private String refusal(Path file) {
        LockException refused = catchThrowableOfType(LockException.class, () -> LockReader.read(file));
        assertThat(refused).as("must be refused").isNotNull();
        return refused.getMessage().replace(dir.toString(), "<dir>");
    }
}
