package io.whittle.assembler.goal;

import io.whittle.assembler.testing.TestJdk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import static org.assertj.core.api.Assertions.assertThat;

/** A file that is read, changed and replaced by builds at once loses nothing: threads of one, and processes. */
class SharedFileTest {
    private static final int ROUNDS = 5;

    @TempDir
    private Path dir;

    @Test
    void nobodysChangeIsLost() throws Exception {
        Path file = Files.writeString(dir.resolve("whittle.lock"), "");
        List<Process> others = List.of(another(file, "p"), another(file, "q"));
        ExecutorService threads = Executors.newFixedThreadPool(3);
        List<Future<?>> running = new ArrayList<>();
        for (String name : List.of("a", "b", "c")) {
            running.add(threads.submit(() -> {
                add(file, name);
                return null;
            }));
        }
        for (Future<?> each : running) {
            each.get();
        }
        threads.shutdown();
        for (Process other : others) {
            String said = new String(other.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(other.waitFor()).as(said).isZero();
        }

        assertThat(Files.readAllLines(file)).hasSize(5 * ROUNDS).doesNotHaveDuplicates();
        assertThat(dir.toFile().list()).containsExactly("whittle.lock");
    }

    /** Arguments: the file, and a name. */
    public static void main(String[] arguments) throws Exception {
        add(Path.of(arguments[0]), arguments[1]);
    }

    private static void add(Path file, String name) throws IOException, InterruptedException {
        for (int i = 0; i < ROUNDS; i++) {
            BuildLock lock = BuildLock.ofFile(file);
            try {
                String text = Files.readString(file);
                Thread.sleep(20);
                Path next = Files.writeString(file.resolveSibling("next-" + name), text + name + i + "\n");
                Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                lock.close();
            }
        }
    }

    private static Process another(Path file, String name) throws IOException {
        return new ProcessBuilder(
                        TestJdk.home().resolve("bin/java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-Djava.io.tmpdir=" + System.getProperty("java.io.tmpdir"),
                        SharedFileTest.class.getName(),
                        file.toString(),
                        name)
                .redirectErrorStream(true)
                .start();
    }
}
