package outpost.core.log;

/** The log of one source. Lines are short sentences without a full stop, and hold no secrets. */
public final class Log {
    private final String source;
    private final LogHub hub;

    Log(String source, LogHub hub) {
        this.source = source;
        this.hub = hub;
    }

    public void info(String message) {
        hub.write(LogLevel.INFO, source, message);
    }

    /** Something failed that somebody should look at. */
    public void error(String message) {
        hub.write(LogLevel.ERROR, source, message);
    }

    /** As {@link #error(String)}, with the cause's message behind it and its trace at the verbose level {@code [v1]}. */
    public void error(String message, Throwable cause) {
        error(message + ": " + Causes.text(cause));
        for (StackTraceElement frame : cause.getStackTrace()) {
            v1("  at " + frame);
        }
    }

    /** For somebody who looks for a fault. */
    public void v1(String message) {
        hub.write(LogLevel.V1, source, message);
    }

    /** For somebody who looks at every packet. */
    public void v2(String message) {
        hub.write(LogLevel.V2, source, message);
    }
}
