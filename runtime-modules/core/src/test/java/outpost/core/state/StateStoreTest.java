package outpost.core.state;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@Timeout(60)
class StateStoreTest {
    @TempDir
    Path parent;

    @Test
    void aValueIsThereAfterReopeningAndGoneAfterDeleting() throws IOException {
        StateStore store = StateStore.open(folder());
        store.write("key", bytes("one"));
        store.write("key", bytes("two"));

        assertThat(StateStore.open(folder()).read("key")).contains(bytes("two"));
        store.delete("key");
        store.delete("key");
        assertThat(store.read("key")).isEmpty();
    }

    @Test
    void onlyTheOwnerMayReadIt() throws IOException {
        StateStore store = StateStore.open(folder());
        store.write("key", bytes("secret"));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder())))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder().resolve("key"))))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(store.folder("logtail"))))
                .isEqualTo("rwx------");
    }

    @Test
    void whatAnInterruptedWriteLeftIsRemovedAndTheFormerValueStays() throws IOException {
        StateStore.open(folder()).write("key", bytes("whole"));
        Files.writeString(folder().resolve("key123.partial"), "ha");

        StateStore reopened = StateStore.open(folder());

        assertThat(reopened.read("key")).contains(bytes("whole"));
        assertThat(names()).containsExactly("key");
    }

    @Test
    void aReaderSeesOneWholeValueWhileItIsReplaced() throws Exception {
        StateStore store = StateStore.open(folder());
        byte[] a = "a".repeat(100_000).getBytes(StandardCharsets.UTF_8);
        byte[] b = "b".repeat(50_000).getBytes(StandardCharsets.UTF_8);
        store.write("key", a);
        Thread writer = new Thread(() -> {
            try {
                for (int i = 0; i < 50; i++) {
                    store.write("key", i % 2 == 0 ? b : a);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        writer.start();
        while (writer.isAlive()) {
            // Past the store's own lock, as a second process would.
            byte[] seen = Files.readAllBytes(folder().resolve("key"));
            assertThat(seen).isIn(a, b);
        }
        writer.join();
        assertThat(names()).containsExactly("key");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "../x", "a/b", "A", "-a", "a.partial", "a\u0000"})
    void aKeyCannotLeaveTheFolder(String key) throws IOException {
        StateStore store = StateStore.open(folder());

        assertThatThrownBy(() -> store.write(key, bytes("x"))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store.read(key)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatIsTooLargeIsNeitherWrittenNorRead() throws IOException {
        StateStore store = StateStore.open(folder());
        Files.write(folder().resolve("grown"), new byte[StateStore.LIMIT + 1]);

        assertThatThrownBy(() -> store.write("key", new byte[StateStore.LIMIT + 1]))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> store.read("grown")).hasMessageContaining("larger than");
    }

    private Path folder() {
        return parent.resolve("a/state");
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder())) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
