package io.whittle.assembler.plan;

import io.whittle.assembler.modules.PathEntry;
import io.whittle.assembler.modules.TargetJdk;
import io.whittle.assembler.testing.TestElf;
import io.whittle.assembler.testing.TestJdk;
import io.whittle.graph.catalog.Platform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import static io.whittle.assembler.testing.TestModule.module;
import static org.assertj.core.api.Assertions.assertThat;

/** What stands against a plan, in full, as a stranger reads it. */
class PlanFaultsTest {
    private static final String APP = """
            features:
              app: {modules: [acme.app]}
              extra: {modules: [acme.extra]}
            profiles:
              small: {include: [app]}
              full: {include: all}
              bare: {include: [app], forbid: {modules: [java.desktop]}}
            """;

    @TempDir
    private Path dir;

    @Test
    void aForbiddenModuleIsToldWithTheWayItCame() {
        new Scene(dir, APP)
                .profile("bare")
                .with(
                        module("acme.app").requires("lib.chart"),
                        module("lib.chart").requires("java.desktop"))
                .saysWhatStandsIn("forbidden.txt");
    }

    @Test
    void aModuleOfAFeatureThatIsNotOnThePathIsToldWithTheNearest() {
        new Scene(dir, APP).with(module("acme.apt")).saysWhatStandsIn("root-missing.txt");
    }

    @Test
    void aModuleOfTheJdkThatStandsUnderModulesIsToldTheRightKey() {
        new Scene(dir, """
                        features: {db: {modules: [java.sql]}}
                        profiles: {small: {include: [db]}}
                        """).saysWhatStandsIn("jdk-module-under-modules.txt");
    }

    @Test
    void aRequiredModuleThatNobodyHasIsToldWithItsChainAndTheNearest() {
        new Scene(dir, APP)
                .with(module("acme.app").requires("lib.a"), module("lib.a").requires("lib.jason"), module("lib.json"))
                .saysWhatStandsIn("required-missing.txt");
    }

    @Test
    void whatCouldNotBeReadIsToldWhereAModuleIsMissing() throws IOException {
        Path broken = Files.writeString(dir.resolve("broken.jar"), "this is no jar");
        new Scene(dir, APP).with(new PathEntry(broken, "test:broken:1")).saysWhatStandsIn("missing-and-unreadable.txt");
    }

    @Test
    void aModuleTooNewForTheJavaThatPlansIsToldSo() {
        new Scene(dir, APP).with(module("acme.app").compiledFor(99)).saysWhatStandsIn("too-new-to-read.txt");
    }

    @Test
    void aSignedJarIsToldWithTheOptionThatLinksIt() {
        new Scene(dir, APP)
                .with(
                        module("acme.app").requires("lib.crypto"),
                        module("lib.crypto").signed())
                .saysWhatStandsIn("signed.txt");
    }

    @Test
    void aPackageInTwoModulesIsToldOnceForThePair() {
        new Scene(dir, APP)
                .profile("full")
                .with(
                        module("acme.app").requires("lib.old"),
                        module("acme.extra").requires("lib.young"))
                .with(module("lib.old").pkg("lib.net").pkg("lib.text"))
                .with(module("lib.young").pkg("lib.net").pkg("lib.text"))
                .saysWhatStandsIn("split-packages.txt");
    }

    @Test
    void aPackageInThreeModulesIsToldWithAllThree() {
        assertThat(new Scene(dir, APP)
                        .with(module("acme.app").requires("lib.a", "lib.b", "lib.c"))
                        .with(
                                module("lib.a").pkg("lib"),
                                module("lib.b").pkg("lib"),
                                module("lib.c").pkg("lib"))
                        .faults())
                .singleElement()
                .asString()
                .startsWith("Package lib is in lib.a, lib.b and lib.c, ");
    }

    @Test
    void aModuleThatIsThereTwiceIsToldWithBothPaths() {
        new Scene(dir, APP)
                .with(module("acme.app").requires("lib.json"))
                .with(module("lib.json"))
                .with(module("lib.json").pkg("lib.json").jar(dir, "lib.json-2.jar", "test:lib.json:2"))
                .saysWhatStandsIn("two-versions.txt");
    }

    @Test
    void aModuleThatTheJdkHasTooIsTold() {
        new Scene(dir, APP)
                .with(
                        module("acme.app").requires("java.compiler"),
                        module("java.compiler").pkg("acme.own"))
                .saysWhatStandsIn("also-in-the-jdk.txt");
    }

    @Test
    void aModuleForANewerJavaIsTold() {
        new Scene(dir, APP)
                .jdk(TestJdk.onPaper(dir, 11, true))
                .with(module("acme.app").requires("lib.a"), module("lib.a").compiledFor(11))
                .saysWhatStandsIn("newer-java.txt");
    }

    @Test
    void aJdkModuleThatTheJdkDoesNotHaveIsToldWithAllWhoInsist() {
        new Scene(dir, """
                        features:
                          a: {jdkModules: ['jdk.crypto.ec?']}
                          b: {jdkModules: [jdk.crypto.ec, java.loging]}
                        profiles: {small: {include: all}}
                        """).saysWhatStandsIn("jdk-module-missing.txt");
    }

    @Test
    void aMainClassThatIsNotInItsModuleIsToldWithTheNearest() {
        new Scene(dir, APP + "image: {launchers: {app: {module: acme.app, main: acme.app.Mian}}}\n")
                .with(module("acme.app").main("acme.app.Main", ""))
                .saysWhatStandsIn("main-class-missing.txt");
    }

    @Test
    void aJdkWithoutJmodsCannotPutJlinkIntoAnImage() {
        new Scene(dir, APP)
                .jdk(TestJdk.onPaper(dir, 25, false))
                .with(module("acme.app").requires("jdk.jlink"))
                .saysWhatStandsIn("jlink-without-jmods.txt");
    }

    @Test
    void allFaultsComeAtOnce() {
        List<String> faults = new Scene(dir, APP + "image: {launchers: {app: {module: acme.app, main: acme.No}}}\n")
                .profile("bare")
                .with(module("acme.app")
                        .requires("java.desktop", "lib.gone", "lib.automatic", "lib.signed", "lib.twice", "acme.extra")
                        .pkg("shared"))
                .with(
                        module("lib.automatic").automatic().pkg("lib"),
                        module("lib.signed").signed().pkg("shared"))
                .with(module("lib.twice"))
                .with(module("lib.twice").jar(dir, "lib.twice-2.jar", "test:lib.twice:2"))
                .with(module("acme.extra"))
                .faults();

        assertThat(faults)
                .hasSize(7)
                .anyMatch(fault -> fault.contains("forbids java.desktop"))
                .anyMatch(fault -> fault.contains("requires lib.gone"))
                .anyMatch(fault -> fault.contains("is signed"))
                .anyMatch(fault -> fault.contains("2 times"))
                .anyMatch(fault -> fault.contains("requires acme.extra"))
                .anyMatch(fault -> fault.contains("Package shared"))
                .anyMatch(fault -> fault.contains("acme.No"));
    }

    @Test
    void aJdkForAnotherPlatformIsToldWithBoth() {
        Scene scene = new Scene(dir, "profiles: {small: {include: []}}\n").onForeign("linux/amd64/musl");
        scene.saysWhatStandsIn("jdk-for-another-platform.txt");
        for (String other : List.of("freebsd/amd64", "linux/arm64", "windows/amd64")) {
            assertThat(scene.onForeign(other).faults())
                    .singleElement()
                    .asString()
                    .startsWith("The JDK at <dir>/jdk-17 is for linux/amd64 (")
                    .contains("), and the image is for " + other + ".\n  Name a JDK for " + other + " with");
        }
    }

    @Test
    void aJdkThatDoesNotTellItsPlatformIsRefused() {
        Scene scene = new Scene(dir, "profiles: {small: {include: []}}\n");
        byte[] silent = TestElf.of(Platform.parse("linux/amd64")).bytes();
        scene.jdk(TestJdk.withJava(TestJdk.onPaper(dir), silent)).saysWhatStandsIn("jdk-of-no-platform.txt");
    }

    @Test
    void aJdkWithoutJavaIsRefused() throws IOException {
        Scene scene = new Scene(dir, "profiles: {small: {include: []}}\n");
        TargetJdk jdk = TestJdk.onPaper(dir, 25, false);
        Files.delete(jdk.home().resolve("bin/java"));
        assertThat(scene.jdk(jdk).faults())
                .singleElement()
                .asString()
                .startsWith("The JDK at <dir>/jdk-25 has no bin/java, ");
    }

    @Test
    void aJdkWithoutJlinkIsRefusedBeforeAnythingIsLinked() throws IOException {
        Scene scene = new Scene(dir, "profiles: {small: {include: []}}\n");
        Files.delete(dir.resolve("jdk-17/bin/jlink"));
        scene.saysWhatStandsIn("jdk-without-jlink.txt");
    }

    @Test
    void nativeDebugIsStrippedOnLinuxAlone() {
        Scene scene = new Scene(dir, """
                profiles:
                  small: {include: [], image: {strip: [native-debug]}}
                """).on("freebsd/amd64");
        scene.saysWhatStandsIn("native-debug-elsewhere.txt");
    }
}
