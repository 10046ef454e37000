package outpost.cli;

/** What a script learns from a command that ended. */
final class ExitCode {
    static final int FAILED = 1;
    static final int USAGE = 2;
    static final int NO_DAEMON = 3;
    static final int NOT_IN_IMAGE = 4;
    static final int REFUSED = 5;
    static final int TIMED_OUT = 6;

    private ExitCode() {}
}
