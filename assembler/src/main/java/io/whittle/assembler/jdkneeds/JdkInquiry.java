package io.whittle.assembler.jdkneeds;

import io.whittle.assembler.modules.TargetJdk;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** What came of asking a JDK. */
public sealed interface JdkInquiry {
    /**
     * There are answers.
     *
     * @param answers the answers
     * @param standIn where another JDK was asked in its place: which and why, a sentence without its end
     */
    record Told(JdkAnswers answers, Optional<String> standIn) implements JdkInquiry {}

    /**
     * Nobody could be asked.
     *
     * @param why a sentence without its end
     * @param mend what the user can do, a sentence without its end
     * @param reason why in short, which names no machine and no folder, a sentence without its end
     */
    record Untold(String why, String mend, String reason) implements JdkInquiry {}

    /**
     * Asks a JDK by running its {@code java}, about a second. One that does not run on this machine, being for another
     * platform, is answered for by the JDK that runs this program if the feature version is the same.
     *
     * @param jdk the JDK
     * @param cache a folder that keeps answers from build to build; what is damaged there is asked again
     * @throws IOException when a file cannot be written, or a pipe not be read
     * @throws InterruptedException when this thread is interrupted; nothing is left running
     */
    static JdkInquiry of(TargetJdk jdk, Optional<Path> cache) throws IOException, InterruptedException {
        return new StandIn(Path.of(System.getProperty("java.home")), Duration.ofMinutes(1)).ask(jdk, cache);
    }
}
