package outpost.core.log;

/** How much a line matters. The verbose levels show in the text as {@code [v1]} and {@code [v2]}, which filters look for. */
public enum LogLevel {
    ERROR(""),
    INFO(""),
    V1("[v1] "),
    V2("[v2] ");

    private final String prefix;

    LogLevel(String prefix) {
        this.prefix = prefix;
    }

    /** What stands before the text: empty, or the mark of a verbose line with a space. */
    public String prefix() {
        return prefix;
    }

    /** True of the lines that only somebody who looks for a fault wants to see. */
    public boolean verbose() {
        return !prefix.isEmpty();
    }
}
