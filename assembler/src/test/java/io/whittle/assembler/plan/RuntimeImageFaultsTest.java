package io.whittle.assembler.plan;

import io.whittle.assembler.modules.TargetJdk;
import io.whittle.assembler.testing.TestJdk;
import io.whittle.graph.catalog.Platform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;

/** What a JDK without jmods cannot do is said before it is tried; with the JDKs that are installed here. */
@DisabledOnOs(OS.WINDOWS)
class RuntimeImageFaultsTest {
    @TempDir
    private Path dir;

    @Test
    void oneThatWasNotBuiltForIt() {
        for (TargetJdk jdk : TestJdk.installed(true)) {
            TargetJdk without = new TargetJdk(
                    jdk.home(),
                    jdk.version(),
                    jdk.featureVersion(),
                    jdk.implementor(),
                    Optional.empty(),
                    jdk.modules(),
                    List.of());
            assertThat(scene(without).faults())
                    .containsExactly("The JDK at " + jdk.home() + " (Java " + jdk.version()
                            + ") has no jmods, and was not built to be linked without them.\n"
                            + "  Install its jmods, or link a JDK with jmods with -Dwhittle.jdk=<folder>.");
        }
    }

    @Test
    void oneWhoseFilesWereChanged() throws Exception {
        for (TargetJdk jdk : TestJdk.installed(false)) {
            assertThat(scene(jdk).plan().modules()).containsOnlyKeys("java.base");

            Path changed = Files.createDirectory(dir.resolve("jdk-" + jdk.featureVersion()));
            for (String name : List.of("bin", "lib", "legal", "include", "release")) {
                Files.createSymbolicLink(changed.resolve(name), jdk.home().resolve(name));
            }
            Files.createDirectory(changed.resolve("conf"));
            Files.writeString(changed.resolve("conf/net.properties"), "changed=true");
            assertThat(scene(TargetJdk.at(changed)).faults())
                    .singleElement()
                    .asString()
                    .startsWith("The JDK at <dir>/jdk-" + jdk.featureVersion() + " (Java " + jdk.version()
                            + ") has no jmods and links from its own files, and refuses those that were changed or taken"
                            + " away since it was built: conf/net.properties, conf/")
                    .endsWith(" more.\n  Install it anew, or link a JDK with jmods with -Dwhittle.jdk=<folder>.");
        }
    }

    private Scene scene(TargetJdk jdk) {
        return new Scene(dir, "features: {}\nprofiles: {small: {}}\n")
                .jdk(jdk)
                .onForeign(Platform.host().toString());
    }
}
