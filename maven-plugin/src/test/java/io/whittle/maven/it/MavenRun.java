package io.whittle.maven.it;

/**
 * A run of Maven that came to its end.
 *
 * @param exit its exit code
 * @param log what it said
 */
public record MavenRun(int exit, BuildLog log) {
    /** The log of a build that succeeded; fails otherwise. */
    public BuildLog passed() {
        if (exit != 0) {
            throw new AssertionError("the build failed, see " + log.file() + ":\n" + log.text());
        }
        return log;
    }

    /** The log of a build that failed as a build does, and not by a fault of the plugin; fails otherwise. */
    public BuildLog failed() {
        if (exit == 0) {
            throw new AssertionError("the build passed and should not have, see " + log.file());
        }
        log.mustSay("BUILD FAILURE");
        log.mustNotSay("Internal error", "NullPointerException", "\tat io.whittle");
        return log;
    }
}
