package io.whittle.assembler.lock;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.whittle.assembler.testing.Golden;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

import static org.assertj.core.api.Assertions.assertThat;

/** The document whittle.lock, its schema, and that what is written is read. */
class LockJsonTest {
    @TempDir
    private Path dir;

    @Test
    void theWholeDocument() {
        Golden.hold("locks/two.lock", document(Locks.two()));
    }

    @Test
    void theSchemaHolds() throws IOException {
        assertThat(errors(document(Locks.two()))).isEmpty();
        assertThat(errors(document(Lock.empty()))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"schema\": 2 | \"schema\": 1",
                "\"small\" | \"Not a name\"",
                "\"linux/amd64\" | \"linux\"",
                "\"from\": \"project\" | \"from\": \"nowhere\"",
                "\"from\": \"jdk\" | \"from\": \"dependency\"",
                "\"from\": \"dependency\" | \"from\": \"project\"",
                "\"asked-for\" | \"whim\"",
                "\"java.base\" | \"java.bare\"",
                "\"from\": \"jdk\" | \"from\": \"catalogue\"",
                "\"from\": \"catalogue\" | \"from\": \"jdk\"",
                "\"com.acme:natives:linux\" | \"natives\"",
                "\"zip-6\" | \"zip-10\"",
                "\"strip\": \"java-debug\" | \"strip\": \"debug\"",
                "\"compress\" | \"compression\"",
                "\"imageBytes\": 35861234 | \"imageBytes\": -1",
                "\"vendor\" | \"builder\""
            })
    void theSchemaIsNoFormality(String found, String wrong) throws IOException {
        String document = document(Locks.two());
        assertThat(document).contains(found);

        assertThat(errors(document.replace(found, wrong))).isNotEmpty();
    }

    @Test
    void whatIsWrittenIsRead() throws Exception {
        long seed = System.nanoTime();
        System.out.println("LockJsonTest seed " + seed);
        Random random = new Random(seed);
        for (int i = 0; i < 300; i++) {
            Lock lock = Locks.random(random);
            Path file = Files.write(dir.resolve("whittle.lock"), LockJson.bytes(lock));
            assertThat(LockReader.read(file)).as("seed %d", seed).contains(lock);
        }
    }

    @Test
    void anItemTakesOneLineSoThatAReviewShowsJustThat() {
        Lock two = Locks.two();
        LockEntry entry =
                two.find("small", two.profiles().get("small").firstKey()).orElseThrow();
        LockEntry grown = new LockEntry(entry.contents(), entry.imageBytes() + 1);
        List<String> before = document(two).lines().toList();
        List<String> after = document(
                        two.with("small", two.profiles().get("small").firstKey(), grown))
                .lines()
                .toList();

        assertThat(after).hasSameSizeAs(before);
        assertThat(after.stream().filter(line -> !before.contains(line)))
                .singleElement()
                .asString()
                .contains("35861235");
    }

    private static String document(Lock lock) {
        return new String(LockJson.bytes(lock), StandardCharsets.UTF_8);
    }

    private static List<Error> errors(String document) throws IOException {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(Path.of("..", "docs", "whittle-lock.schema.json")));
        return schema.validate(document, InputFormat.JSON);
    }
}
