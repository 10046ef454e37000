package io.whittle.assembler.jdkneeds;

import io.whittle.assembler.modules.ReleaseFile;
import io.whittle.assembler.modules.TargetJdk;
import io.whittle.assembler.modules.UnusableJdkException;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * The JDK that is asked when another does not run here.
 *
 * @param running its folder
 * @param limit how long one run may take
 */
record StandIn(Path running, Duration limit) {
    /** Asks a JDK, and this one when that one says nothing. */
    JdkInquiry ask(TargetJdk jdk, Optional<Path> cache) throws IOException, InterruptedException {
        KeptAnswers kept = new KeptAnswers(cache);
        try {
            return new JdkInquiry.Told(new JdkAnswers(jdk, kept.or(jdk.home(), limit)), Optional.empty());
        } catch (UnaskableException silent) {
            String why = "The JDK at " + jdk.home() + " (Java " + jdk.version() + ") " + silent.getMessage();
            return inPlaceOf(jdk, why, kept);
        }
    }

    private JdkInquiry inPlaceOf(TargetJdk jdk, String why, KeptAnswers kept) throws IOException, InterruptedException {
        int wanted = jdk.featureVersion();
        String reason = "JDK " + jdk.version() + " does not answer where the audit runs";
        try {
            ReleaseFile release = ReleaseFile.of(running);
            String itself = "the JDK that runs this build, Java " + release.version() + " at " + running;
            if (release.featureVersion() != wanted) {
                return new JdkInquiry.Untold(
                        why + "; " + itself + ", is of another version and cannot answer in its place",
                        "Run the build on a JDK " + wanted
                                + " (set JAVA_HOME), or name a JDK that runs on this machine with -Dwhittle.jdk=<folder>",
                        reason + ", and the one that runs the build is Java " + release.version());
            }
            JdkAnswers answers = new JdkAnswers(jdk, kept.or(running, limit));
            return new JdkInquiry.Told(answers, Optional.of(why + "; " + itself + ", was asked in its place"));
        } catch (UnaskableException silent) {
            return new JdkInquiry.Untold(
                    why + "; the JDK that runs this build, at " + running + ", " + silent.getMessage(),
                    "Install a whole JDK " + wanted + " for this machine and run the build on it (set JAVA_HOME)",
                    reason + ", nor does the one that runs the build");
        } catch (UnusableJdkException untold) {
            return new JdkInquiry.Untold(
                    why + "; the JDK that runs this build, at " + running
                            + ", does not tell its version in its file 'release'",
                    "Run the build on a JDK " + wanted + " (set JAVA_HOME)",
                    reason + ", and the one that runs the build does not tell its version");
        }
    }
}
