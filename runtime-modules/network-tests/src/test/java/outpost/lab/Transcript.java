package outpost.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps each command and what it answered, as text that a person can follow: as it happens, so that it is there when a test fails.
 * Names that differ from run to run are written the way a person would choose them. Safe for use by several threads.
 */
public final class Transcript {
    private record Shown(String text, String as) {}

    private final Path file;
    private final List<Shown> shown = new ArrayList<>();

    private Transcript(Path file) {
        this.file = file;
    }

    /** A new one, in place of the one of the last run. */
    static Transcript of(String test) {
        try {
            Path folder = Files.createDirectories(Path.of(System.getProperty("lab.transcripts", "target/transcripts")));
            return new Transcript(Files.writeString(folder.resolve(test + ".txt"), ""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file that it is written to. */
    public Path file() {
        return file;
    }

    /** From now on this text is written in another way. */
    public synchronized void show(String text, String as) {
        Shown each = new Shown(text, as);
        if (!shown.contains(each)) {
            shown.add(each);
        }
    }

    /** A sentence of the test's own, for who reads the transcript. */
    public void note(String sentence) {
        append("\n# " + sentence + "\n");
    }

    /** A command that was not waited for, or of which nobody needs to know more than that it was done. */
    void command(String command) {
        append("$ " + command + "\n");
    }

    /** A command and all it said. */
    void said(Said said) {
        String exit = said.exit() == 0 ? "" : "[exit code " + said.exit() + "]\n";
        append("$ " + said.command() + "\n" + ended(said.text()) + exit);
    }

    /** A file that was written, as a shell would write it. */
    void file(Path path, String content) {
        append("$ cat > " + path + " << END\n" + ended(content) + "END\n");
    }

    /** Text under a title, such as a log or a capture. */
    public void text(String title, String content) {
        append("\n---- " + title + "\n" + ended(content) + "----\n");
    }

    private static String ended(String text) {
        return text.isEmpty() || text.endsWith("\n") ? text : text + "\n";
    }

    private synchronized void append(String text) {
        String readable = text;
        for (Shown each : shown) {
            readable = readable.replace(each.text(), each.as());
        }
        try {
            Files.writeString(file, readable, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
