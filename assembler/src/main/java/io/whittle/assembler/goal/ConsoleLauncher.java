package io.whittle.assembler.goal;

import io.whittle.assembler.check.TestProgram;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** JUnit's console launcher, where a project's tests can reach it. */
final class ConsoleLauncher {
    private static final String JAR = "junit-platform-console";
    private static final String MAIN = "org.junit.platform.console.ConsoleLauncher";

    private ConsoleLauncher() {}

    /** The launcher, in the Java that runs this; empty where no jar of the class path is one. */
    static Optional<TestProgram> on(List<Path> classPath) {
        boolean isThere = classPath.stream()
                .anyMatch(file -> file.getFileName().toString().startsWith(JAR));
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        return isThere
                ? Optional.of(new TestProgram(
                        java,
                        classPath,
                        MAIN,
                        List.of(
                                "execute",
                                "--disable-banner",
                                "--fail-if-no-tests",
                                "--details=tree",
                                "--select-class")))
                : Optional.empty();
    }
}
