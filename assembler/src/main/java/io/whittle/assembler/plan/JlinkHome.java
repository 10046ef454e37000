package io.whittle.assembler.plan;

import io.whittle.assembler.modules.TargetJdk;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Whose jlink links a JDK whose own does not run here. */
public final class JlinkHome {
    private JlinkHome() {}

    /** The folder of that other JDK; empty where its own jlink links it, or none does. */
    public static Optional<Path> beside(TargetJdk jdk) throws IOException {
        try {
            Path home = JlinkProgram.of(jdk).getParent().getParent();
            return home.equals(jdk.home()) ? Optional.empty() : Optional.of(home);
        } catch (LinkException none) {
            // Who plans an image from this JDK is told of it.
            return Optional.empty();
        }
    }
}
