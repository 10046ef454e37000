package io.whittle.assembler.goal;

/** Where a goal tells a person what it does; the caller decides how that looks. */
public interface Progress {
    /** A line of the result, or a step that begins. */
    void say(String line);

    /** What only somebody who looks for a cause wants to read, such as the command that is run. */
    void detail(String line);

    /** Something that does not stop the goal and should not be overlooked; may have several lines. */
    void warn(String text);

    /** An error in what the goal looks at, which need not fail the goal; whoever wants errors alone is shown it, too. */
    default void fault(String text) {
        warn(text);
    }

    /** A warning that is true of this run alone: a later build that does nothing does not repeat it. */
    default void warnOnce(String text) {
        warn(text);
    }
}
