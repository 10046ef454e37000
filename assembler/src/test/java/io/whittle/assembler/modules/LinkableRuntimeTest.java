package io.whittle.assembler.modules;

import io.whittle.assembler.testing.TestJdk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

import static org.assertj.core.api.Assertions.assertThat;

/** What JDKs noted of their files, those that are installed here. */
class LinkableRuntimeTest {
    private static final Set<String> MODULES = Set.of("java.base", "java.logging");

    @TempDir
    private Path dir;

    @Test
    void aJdkWithoutJmodsKnowsItsFiles() throws IOException {
        for (TargetJdk jdk : TestJdk.installed()) {
            LinkableRuntime runtime = LinkableRuntime.of(jdk.home(), MODULES);

            assertThat(runtime.isLinkable())
                    .as(jdk.version())
                    .isEqualTo(jdk.jmods().isEmpty());
            assertThat(runtime.modified()).as(jdk.version()).isEmpty();
        }
    }

    @Test
    void filesThatWereChangedOrTakenAwayAreFound() throws IOException {
        for (TargetJdk jdk : TestJdk.installed(false)) {
            Path changed = Files.createDirectory(dir.resolve("jdk-" + jdk.featureVersion()));
            for (String name : List.of("bin", "lib", "legal", "include")) {
                Files.createSymbolicLink(changed.resolve(name), jdk.home().resolve(name));
            }
            Files.createDirectories(changed.resolve("conf/security"));
            Files.copy(
                    jdk.home().resolve("conf/security/java.security"), changed.resolve("conf/security/java.security"));
            Files.writeString(changed.resolve("conf/net.properties"), "changed=true");

            assertThat(LinkableRuntime.of(changed, MODULES).modified())
                    .as(jdk.version())
                    .contains("conf/net.properties", "conf/logging.properties")
                    .doesNotContain("conf/security/java.security", "lib/libjava.so");
            assertThat(LinkableRuntime.of(changed, Set.of("java.logging")).modified())
                    .containsExactly("conf/logging.properties");
        }
    }
}
