package io.whittle.assembler.fresh;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
            // Split at line feeds alone: the reader of lines takes a carriage return for one.
            List<String> lines = List.of(Files.readString(file).split("\n", -1));
            return isWhole(lines) && lines.get(1).equals("asked " + ContentHash.of(request)) && stands(lines)
                    ? Optional.of(said(lines))
                    : Optional.empty();
        } catch (IOException | RuntimeException damaged) {
            // No record, or one that makes no sense: the work is done again.
            return Optional.empty();
        }
    }

    /**
     * Takes down what work is asked and what it will read, before it reads: what is changed while the work is done must
     * count as changed afterwards.
     *
     * @param request all that is asked, as text
     * @param texts inputs that are always compared by their bytes, since an editor can be quicker than a file's time
     * @param inputs inputs that are compared by stamp, and by bytes where the stamp differs
     */
    public Begun begin(String request, List<Path> texts, List<Path> inputs) throws IOException {
        List<String> lines = new ArrayList<>(List.of(FIRST, "asked " + ContentHash.of(request)));
        for (Path text : texts) {
            lines.add("text " + text(text) + " " + text);
        }
        Map<Path, String> stamps = new LinkedHashMap<>();
        for (Path input : inputs) {
            stamps.put(input, Stamp.of(input));
        }
        return new Begun(lines, stamps);
    }

    /** Work that has begun. */
    public final class Begun {
        private final List<String> lines;
        private final Map<Path, String> stamps;

        private Begun(List<String> lines, Map<Path, String> stamps) {
            this.lines = lines;
            this.stamps = stamps;
        }

        /**
         * Records that the work is finished.
         *
         * @param outputs what was written, compared by stamp
         * @param said lines to say again
         */
        public void write(List<Path> outputs, List<String> said) throws IOException {
            List<String> all = new ArrayList<>(lines);
            for (Map.Entry<Path, String> input : stamps.entrySet()) {
                boolean still = Stamp.of(input.getKey()).equals(input.getValue());
                all.add("in " + input.getValue() + " " + (still ? bytes(input.getKey()) : "changed") + " "
                        + input.getKey());
            }
            for (Path output : outputs) {
                all.add("out " + Stamp.of(output) + " " + output);
            }
            said.forEach(line -> all.add("said " + line));
            all.add(last(all));
            all.add("");
            WholeFile.write(file, String.join("\n", all).getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Forgets: the work will be done again. */
    public void forget() throws IOException {
        Files.deleteIfExists(file);
    }

    private static boolean isWhole(List<String> lines) {
        int end = lines.size() - 2;
        return end > 1
                && lines.get(0).equals(FIRST)
                && lines.get(end).equals(last(lines.subList(0, end)))
                && lines.get(end + 1).isEmpty();
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
            return text(Path.of(parts[2])).equals(parts[1]);
        }
        if (line.startsWith("in ")) {
            String[] parts = line.split(" ", 4);
            Path input = Path.of(parts[3]);
            return Stamp.of(input).equals(parts[1]) || bytes(input).equals(parts[2]);
        }
        if (line.startsWith("out ")) {
            String[] parts = line.split(" ", 3);
            return Stamp.of(Path.of(parts[2])).equals(parts[1]);
        }
        return true;
    }

    // Whoever reads it has words for what is no file; here it only counts as changed.
    private static String text(Path path) throws IOException {
        return Files.isRegularFile(path) && Files.isReadable(path) ? ContentHash.of(path) : "unreadable";
    }

    private static String bytes(Path path) throws IOException {
        return Files.exists(path) ? ContentHash.of(path) : "absent";
    }

    private static List<String> said(List<String> lines) {
        return lines.stream()
                .filter(line -> line.startsWith("said "))
                .map(line -> line.substring("said ".length()))
                .toList();
    }
}
