package io.whittle.assembler.plan;

import io.whittle.assembler.modules.PathEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

import static io.whittle.assembler.testing.PlainJar.plain;
import static io.whittle.assembler.testing.TestModule.module;

/** What no descriptor that is made can mend, and descriptors that say what is not so. */
class DescriptorFaultsTest {
    private static final String APP = """
            base: {modules: [acme.app]}
            profiles: {small: {include: []}}
            """;

    @TempDir
    private Path dir;

    @Test
    void jarsWithDifferentClassesOfOneNameAreToldWithBothOwnersAndTheClass() {
        PathEntry one = plain("lib-one")
                .source("lib/Thing.java", "package lib; public class Thing { int one; }")
                .in(dir);
        PathEntry two = plain("lib-two")
                .source("lib/Thing.java", "package lib; public class Thing { int two; }")
                .in(dir);
        new Scene(dir, APP)
                .with(module("acme.app").requires("lib.one", "lib.two"))
                .with(one)
                .with(two)
                .saysWhatStandsIn("split-clash.txt");
    }

    @Test
    void aPackageOfAJarAndOfAModuleIsToldWithWhatToDo() {
        PathEntry one = plain("lib-one")
                .source("lib/Thing.java", "package lib; public class Thing { int one; }")
                .in(dir);
        new Scene(dir, APP)
                .with(
                        module("acme.app").requires("lib.one", "lib.two"),
                        module("lib.two").pkg("lib"))
                .with(one)
                .saysWhatStandsIn("split-module.txt");
    }

    @Test
    void aProviderThatIsNotThereIsTold() {
        new Scene(dir, APP)
                .with(module("acme.app").pkg("acme.app").provides("acme.app").without("acme/app/Task.class"))
                .saysWhatStandsIn("provider-missing.txt");
    }

    @Test
    void modulesInACircleAreTold() {
        new Scene(dir, APP)
                .with(
                        module("acme.app").requires("lib.one"),
                        module("lib.one").requires("lib.two"),
                        module("lib.two").requiresStatic("lib.one"))
                .saysWhatStandsIn("circle.txt");
    }
}
