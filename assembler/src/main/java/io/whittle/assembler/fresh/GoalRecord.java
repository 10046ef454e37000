package io.whittle.assembler.fresh;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a goal was asked, what it read, what it wrote and what it said, in a file of plain lines, closed by a hash of
 * them.
 */
public final class GoalRecord {
    private static final String FIRST = "whittle record 1";

    private final Path file;

    /** The record kept in this file; it may not exist. */
    public GoalRecord(Path file) {
        this.file = file;
    }

    /**
     * What the goal said when it last did its work, if nothing has changed since: the request is the same, every input has
     * the stamp or at least the bytes it had, every output has its stamp. Empty: there is work to do.
     */
    public Optional<List<String>> unchanged(String request) {
        try {
            List<String> lines = Files.readAllLines(file);
            return isWhole(lines) && lines.get(1).equals("asked " + ContentHash.of(request)) && stands(lines)
                    ? Optional.of(said(lines))
                    : Optional.empty();
        } catch (IOException | RuntimeException damaged) {
            // No record, or one that makes no sense: the work is done again.
            return Optional.empty();
        }
    }

    /**
     * Records finished work.
     *
     * @param request all that was asked, as text
     * @param texts inputs that are always compared by their bytes, since an editor can be quicker than a file's time
     * @param inputs inputs that are compared by stamp, and by bytes where the stamp differs
     * @param outputs what was written, compared by stamp
     * @param said lines to say again
     */
    public void write(String request, List<Path> texts, List<Path> inputs, List<Path> outputs, List<String> said)
            throws IOException {
        List<String> lines = new ArrayList<>(List.of(FIRST, "asked " + ContentHash.of(request)));
        for (Path text : texts) {
            lines.add("text " + ContentHash.of(text) + " " + text);
        }
        for (Path input : inputs) {
            lines.add("in " + Stamp.of(input) + " " + ContentHash.of(input) + " " + input);
        }
        for (Path output : outputs) {
            lines.add("out " + Stamp.of(output) + " " + output);
        }
        said.forEach(line -> lines.add("said " + line));
        lines.add(last(lines));
        WholeFile.write(file, (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** Forgets: the work will be done again. */
    public void forget() throws IOException {
        Files.deleteIfExists(file);
    }

    private static boolean isWhole(List<String> lines) {
        int end = lines.size() - 1;
        return end > 1 && lines.get(0).equals(FIRST) && lines.get(end).equals(last(lines.subList(0, end)));
    }

    private static String last(List<String> lines) {
        return "end " + ContentHash.of(String.join("\n", lines));
    }

    private static boolean stands(List<String> lines) throws IOException {
        for (String line : lines) {
            if (!stands(line)) {
                return false;
            }
        }
        return true;
    }

    private static boolean stands(String line) throws IOException {
        if (line.startsWith("text ")) {
            String[] parts = line.split(" ", 3);
            return ContentHash.of(Path.of(parts[2])).equals(parts[1]);
        }
        if (line.startsWith("in ")) {
            String[] parts = line.split(" ", 4);
            Path input = Path.of(parts[3]);
            return Stamp.of(input).equals(parts[1]) || ContentHash.of(input).equals(parts[2]);
        }
        if (line.startsWith("out ")) {
            String[] parts = line.split(" ", 3);
            return Stamp.of(Path.of(parts[2])).equals(parts[1]);
        }
        return true;
    }

    private static List<String> said(List<String> lines) {
        return lines.stream()
                .filter(line -> line.startsWith("said "))
                .map(line -> line.substring("said ".length()))
                .toList();
    }
}
