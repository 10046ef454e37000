package io.whittle.assembler.plan;

import java.util.List;

/**
 * Whose classes an image archives, so that it starts quicker.
 *
 * @param word {@code none}, {@code jdk} or {@code app}
 * @param train checks whose runs tell which of the application's, where they are archived; sorted
 */
public record ClassArchive(String word, List<String> train) {
    /** None is made. */
    public static final ClassArchive NONE = new ClassArchive("none", List.of());

    public ClassArchive {
        train = train.stream().sorted().toList();
    }

    /** Whether there is one. */
    public boolean isWanted() {
        return !word.equals("none");
    }

    /** Whether it holds the classes of the application too. */
    public boolean isOfApplication() {
        return word.equals("app");
    }
}
