package io.whittle.assembler.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** How what stands in a section differs from what would stand there. */
public final class Staleness {
    private static final int MOST_LINES = 8;

    private Staleness() {}

    /** Whether a section says what it would say; of a measured one figures may have moved a little. */
    public static boolean isUpToDate(SectionKind kind, String content, String would) {
        return content.equals(would) || kind.isMeasured() && Figures.near(content, would);
    }

    /** A few lines of the difference: {@code - stands there}, {@code + would}. */
    public static List<String> lines(String content, String would) {
        List<String> stands = content.lines().toList();
        List<String> wanted = would.lines().toList();
        List<String> gone = new ArrayList<>(stands);
        wanted.forEach(gone::remove);
        List<String> added = new ArrayList<>(wanted);
        stands.forEach(added::remove);
        List<String> lines = new ArrayList<>();
        // Side by side, so that a bounded difference shows both.
        for (int i = 0; i < Math.max(gone.size(), added.size()); i++) {
            if (i < gone.size()) {
                lines.add("- " + gone.get(i));
            }
            if (i < added.size()) {
                lines.add("+ " + added.get(i));
            }
        }
        if (lines.isEmpty()) {
            lines.add("its lines stand in another order, or end otherwise");
        }
        int more = lines.size() - MOST_LINES;
        return more <= 1
                ? lines
                : List.copyOf(Stream.concat(lines.stream().limit(MOST_LINES), Stream.of("and " + more + " lines more"))
                        .toList());
    }
}
