package io.whittle.assembler.link;

import io.whittle.assembler.modules.TargetJdk;
import io.whittle.assembler.plan.ImagePlan;
import io.whittle.assembler.plan.LinkException;
import io.whittle.assembler.plan.Scene;
import io.whittle.assembler.testing.TestJdk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.File;
import java.nio.file.Path;
import java.util.List;

import static io.whittle.assembler.testing.TestModule.module;
import static org.assertj.core.api.Assertions.assertThat;

/** What jlink is told. */
class JlinkArgumentsTest {
    @TempDir
    private Path dir;

    @Test
    void wantedAndPermittedAreTheModulesOfThePlan() throws LinkException {
        List<String> arguments = arguments(TestJdk.onPaper(dir), "");

        assertThat(after("--add-modules", arguments)).isEqualTo("acme.app,java.base,lib.a");
        assertThat(after("--limit-modules", arguments)).isEqualTo("acme.app,java.base,lib.a");
        assertThat(after("--output", arguments)).isEqualTo(dir.resolve("next").toString());
        assertThat(arguments).doesNotContain("--bind-services");
    }

    @Test
    void thePathIsTheJmodsAndTheJarsOfThePlanAlone() throws LinkException {
        assertThat(after("--module-path", arguments(TestJdk.onPaper(dir), "")).split(File.pathSeparator))
                .containsExactly(
                        dir.resolve("jdk-17/jmods").toString(),
                        dir.resolve("acme.app-1.jar").toString(),
                        dir.resolve("lib.a-1.jar").toString());
    }

    @Test
    void aJdkWithoutJmodsLinksFromItself() throws LinkException {
        assertThat(after("--module-path", arguments(TestJdk.onPaper(dir, 25, false), "")))
                .doesNotContain("jmods");
        ImagePlan empty = new Scene(dir, "profiles: {none: {include: []}}\n")
                .profile("none")
                .plan();
        assertThat(JlinkArguments.of(empty, TestJdk.onPaper(dir, 25, false), false, dir))
                .doesNotContain("--module-path");
    }

    @ParameterizedTest
    @CsvSource({
        "17, zip-0, --compress=0",
        "17, zip-1, --compress=2",
        "17, zip-6, --compress=2",
        "20, zip-9, --compress=2",
        "21, zip-0, --compress=zip-0",
        "21, zip-6, --compress=zip-6",
        "25, zip-9, --compress=zip-9",
    })
    void compressionIsTranslatedForOlderJlinks(int featureVersion, String asked, String told) throws LinkException {
        assertThat(arguments(TestJdk.onPaper(dir, featureVersion, true), "image: {compress: " + asked + "}\n"))
                .contains(told);
    }

    @ParameterizedTest
    @CsvSource({"linux/amd64, little", "linux/s390x, big", "linux/arm/v7, little"})
    void olderJlinksAreToldTheByteOrderOfThePlatform(String platform, String order) throws LinkException {
        TargetJdk old = TestJdk.onPaper(dir, 20, true);
        assertThat(after(
                        "--endian",
                        JlinkArguments.of(scene("").jdk(old).on(platform).plan(), old, false, dir)))
                .isEqualTo(order);

        TargetJdk knowing = TestJdk.onPaper(dir, 21, true);
        assertThat(JlinkArguments.of(scene("").jdk(knowing).on(platform).plan(), knowing, false, dir))
                .doesNotContain("--endian");
    }

    @Test
    void nothingAskedIsNothingTold() throws LinkException {
        assertThat(arguments(TestJdk.onPaper(dir), ""))
                .noneMatch(argument -> argument.startsWith("--compress"))
                .noneMatch(argument -> argument.startsWith("--strip"))
                .noneMatch(argument -> argument.startsWith("--include-locales"))
                .doesNotContain("--ignore-signing-information");
    }

    @Test
    void debugInformationIsStrippedWhereAsked() throws LinkException {
        assertThat(arguments(TestJdk.onPaper(dir), "image: {strip: [java-debug]}\n"))
                .contains("--strip-java-debug-attributes")
                .noneMatch(argument -> argument.startsWith("--strip-native"));
    }

    @Test
    void localesAreToldWhereTheirDataIsIn() throws LinkException {
        assertThat(arguments(
                        TestJdk.onPaper(dir), "image: {locales: [en, fr]}\nbase: {jdkModules: [jdk.localedata]}\n"))
                .contains("--include-locales=en,fr");
        assertThat(arguments(TestJdk.onPaper(dir), "image: {locales: [en, fr]}\n"))
                .noneMatch(argument -> argument.startsWith("--include-locales"));
    }

    @Test
    void signaturesAreDroppedWhereAsked() throws LinkException {
        ImagePlan plan = scene("").plan();
        assertThat(JlinkArguments.of(plan, TestJdk.onPaper(dir), true, dir)).contains("--ignore-signing-information");
    }

    /** 110 kB that only the compilers and linkers of other JDKs read. */
    @Test
    void theReaderOfImagesIsInThoseAloneThatAreJdks() throws LinkException {
        String excluded = "--exclude-files=/java.base/lib/jrt-fs.jar";

        assertThat(arguments(TestJdk.onPaper(dir), "")).contains(excluded);
        assertThat(arguments(TestJdk.onPaper(dir), "base: {jdkModules: [jdk.jlink]}\n"))
                .doesNotContain(excluded);
    }

    private List<String> arguments(TargetJdk jdk, String more) throws LinkException {
        return JlinkArguments.of(scene(more).jdk(jdk).plan(), jdk, false, dir.resolve("next"));
    }

    private Scene scene(String more) {
        return new Scene(dir, """
                        features: {app: {modules: [acme.app]}}
                        profiles: {small: {include: [app]}}
                        """ + more)
                .with(module("acme.app").requires("lib.a"), module("lib.a"), module("lib.unused"));
    }

    private static String after(String option, List<String> arguments) {
        assertThat(arguments).contains(option);
        return arguments.get(arguments.indexOf(option) + 1);
    }
}
