package io.whittle.assembler.plan;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Path;
import java.util.Optional;

import static io.whittle.assembler.testing.TestModule.module;
import static org.assertj.core.api.Assertions.assertThat;

/** What is in a plan, and why. */
class PlannerTest {
    private static final String TWO_FEATURES = """
            base: {modules: [acme.base]}
            features:
              dns: {modules: [acme.dns]}
              gro: {modules: [acme.gro]}
            profiles:
              small: {include: [dns]}
              none: {include: []}
              full: {include: all}
            """;

    @TempDir
    private Path dir;

    @Test
    void rootsAreTheModulesOfBaseAndOfFeaturesThatAreIn() throws LinkException {
        ImagePlan plan = new Scene(dir, TWO_FEATURES)
                .with(module("acme.base"), module("acme.dns"), module("acme.gro"))
                .plan();

        assertThat(plan.modules()).containsOnlyKeys("acme.base", "acme.dns", "java.base");
        assertThat(plan.roots()).containsExactly("acme.base", "acme.dns");
        assertThat(plan.modules().get("acme.base").owner()).contains("base");
        assertThat(plan.modules().get("acme.dns").owner()).contains("feature dns");
        assertThat(plan.modules().get("java.base").owner()).isEmpty();
    }

    @Test
    void requiresIsFollowedAndKeepsWhoAskedFirst() throws LinkException {
        ImagePlan plan = new Scene(dir, TWO_FEATURES)
                .with(module("acme.base"))
                .with(module("acme.dns").requires("lib.a"), module("lib.a").requires("lib.b"), module("lib.b"))
                .plan();

        assertThat(plan.modules()).containsKeys("lib.a", "lib.b");
        assertThat(plan.modules().get("lib.b").via()).contains("lib.a");
        assertThat(plan.modules().get("lib.a").via()).contains("acme.dns");
        assertThat(plan.modules().get("acme.dns").via()).isEmpty();
        assertThat(plan.modules().get("lib.b").owner())
                .as("a library is nobody's")
                .isEmpty();
    }

    @Test
    void requiresStaticIsNotFollowed() throws LinkException {
        ImagePlan plan = new Scene(dir, TWO_FEATURES)
                .with(module("acme.base").requiresStatic("lib.optional", "acme.gro"), module("acme.dns"))
                .with(module("lib.optional"), module("acme.gro"))
                .plan();

        assertThat(plan.modules()).containsOnlyKeys("acme.base", "acme.dns", "java.base");
    }

    @Test
    void modulesOfTheJdkFollow() throws LinkException {
        ImagePlan plan = new Scene(dir, TWO_FEATURES)
                .with(module("acme.base"), module("acme.dns").requires("java.sql"))
                .plan();

        assertThat(plan.modules()).containsKeys("java.sql", "java.logging");
        assertThat(plan.modules().get("java.sql").source()).isInstanceOf(PlannedModule.FromJdk.class);
        assertThat(plan.modules().get("java.logging").via()).contains("java.sql");
    }

    @Test
    void aProviderComesOnlyBecauseItsFeatureIsIn() throws LinkException {
        Scene scene = new Scene(dir, TWO_FEATURES)
                .with(
                        module("acme.base"),
                        module("acme.dns"),
                        module("acme.gro").provides("acme.gro"));

        assertThat(scene.plan().modules()).doesNotContainKey("acme.gro");
        assertThat(scene.profile("full").plan().modules()).containsKey("acme.gro");
    }

    @Test
    void aProfileOfNothingIsAJvm() throws LinkException {
        ImagePlan plan = new Scene(dir, "profiles: {none: {include: []}}\n")
                .profile("none")
                .plan();

        assertThat(plan.modules()).containsOnlyKeys("java.base");
        assertThat(plan.roots()).isEmpty();
        assertThat(plan.launchers()).isEmpty();
    }

    @Test
    void theVariantThatFitsIsIn() throws LinkException {
        Scene scene = new Scene(dir, """
                        features:
                          router:
                            variants:
                              - {when: linux, modules: [acme.router.linux]}
                              - {when: netbsd, modules: [acme.router.bsd]}
                        profiles: {small: {include: [router]}}
                        """).with(module("acme.router.linux"), module("acme.router.bsd"));

        assertThat(scene.plan().roots()).containsExactly("acme.router.linux");
        assertThat(scene.on("netbsd/amd64").plan().roots()).containsExactly("acme.router.bsd");
    }

    @Test
    void theFallbackIsInWhenItsFeatureIsOut() throws LinkException {
        Scene scene = new Scene(dir, """
                        features:
                          logtail: {modules: [acme.logtail], fallback: {modules: [acme.logfilter]}}
                        profiles: {small: {include: []}, full: {include: all}}
                        """).with(module("acme.logtail"), module("acme.logfilter"));

        assertThat(scene.plan().modules().get("acme.logfilter").owner()).contains("the fallback of logtail");
        assertThat(scene.profile("full").plan().modules())
                .containsKey("acme.logtail")
                .doesNotContainKey("acme.logfilter");
    }

    @Test
    void aForbiddenModuleThatNobodyHasIsNotedWithTheNearestName() throws LinkException {
        ImagePlan plan = new Scene(dir, """
                        features:
                          tls: {modules: [acme.tls]}
                        profiles: {small: {include: [tls], forbid: {modules: [java.loging]}}}
                        """).with(module("acme.tls")).plan();

        assertThat(plan.notes()).hasSize(1);
        assertThat(plan.notes().get(0))
                .startsWith("forbid names java.loging, which is neither on the module path nor in the JDK")
                .endsWith("did you mean java.logging?");
    }

    @Test
    void jdkModulesAreRootsAndAQuestionMarkAllowsTheirAbsence() throws LinkException {
        ImagePlan plan = new Scene(dir, """
                        features:
                          tls: {modules: [acme.tls], jdkModules: [java.logging, 'jdk.crypto.ec?']}
                        profiles: {small: {include: [tls]}}
                        """).with(module("acme.tls")).plan();

        assertThat(plan.roots()).containsExactly("acme.tls", "java.logging");
        assertThat(plan.modules().get("java.logging").owner()).contains("feature tls");
        assertThat(plan.notes())
                .containsExactly("jdk.crypto.ec is not in the JDK 17.0.99: left out, as the catalogue's question mark"
                        + " allows");
    }

    @Test
    void aLauncherWhoseModuleIsOutIsLeftOutAndSaid() throws LinkException {
        ImagePlan plan = new Scene(dir, """
                        features:
                          dns: {modules: [acme.dns]}
                          cli: {modules: [acme.cli]}
                        image:
                          launchers:
                            dig: {module: acme.cli, main: acme.cli.Main}
                            named: {module: acme.dns, main: acme.dns.Main}
                        profiles: {small: {include: [dns]}}
                        """)
                .with(
                        module("acme.dns").main("acme.dns.Main", ""),
                        module("acme.cli").main("acme.cli.Main", ""))
                .plan();

        assertThat(plan.launchers())
                .extracting(launcher -> launcher.name().text())
                .containsExactly("named");
        assertThat(plan.notes()).containsExactly("launcher dig is left out: its module acme.cli is not in this image");
    }

    @Test
    void localesCountOnlyWhereTheirDataIsIn() throws LinkException {
        String catalog = """
                features:
                  app: {modules: [acme.app]}
                  french: {jdkModules: [jdk.localedata]}
                image: {locales: [en, fr]}
                profiles: {small: {include: [app]}, full: {include: all}}
                """;
        Scene scene = new Scene(dir, catalog).with(module("acme.app"));

        assertThat(scene.plan().settings().locales()).isEmpty();
        assertThat(scene.profile("full").plan().settings().locales()).containsExactly("en", "fr");
    }

    @Test
    void aProfileOverridesHowImagesAreMade() throws LinkException {
        ImageSettings settings = new Scene(dir, """
                        image: {compress: zip-6, strip: [java-debug]}
                        profiles: {small: {include: [], image: {compress: zip-0}}}
                        """).plan().settings();

        assertThat(settings.compress()).isEqualTo(Optional.of("zip-0"));
        assertThat(settings.strip()).containsExactly("java-debug");
    }

    @ParameterizedTest
    @CsvSource({
        "'compress: zip-2', zip-2",
        "'optimize: disk', zip-6",
        "'optimize: disk, compress: zip-2', zip-2",
        "'optimize: transfer', ",
        "'optimize: transfer, compress: zip-6', ",
        "'', ",
    })
    void whatIsToBeSmallSaysHowItIsCompressed(String image, String compress) throws LinkException {
        ImagePlan plan = new Scene(dir, "image: {" + image + "}\nprofiles: {small: {include: []}}\n").plan();

        assertThat(plan.settings().compress()).isEqualTo(Optional.ofNullable(compress));
        assertThat(plan.notes().stream().filter(note -> note.startsWith("not compressed with zip-6, since")))
                .hasSize(image.equals("optimize: transfer, compress: zip-6") ? 1 : 0);
    }

    @ParameterizedTest
    @CsvSource({
        "'cds: app, train: [b, a]', app, a b",
        "'cds: jdk, train: [b, a]', jdk, ''",
        "'cds: none, train: [a]', none, ''",
        "'', none, ''",
    })
    void checksTrainWhereTheClassesOfTheApplicationAreArchived(String image, String word, String train)
            throws LinkException {
        ImagePlan plan = new Scene(
                        dir,
                        "image: {" + image + "}\nprofiles: {small: {include: []}}\n"
                                + "checks: {a: {run: [app]}, b: {run: [app]}}\n")
                .plan();

        assertThat(plan.settings().archive().word()).isEqualTo(word);
        assertThat(String.join(" ", plan.settings().archive().train())).isEqualTo(train);
    }

    @Test
    void aSignedJarIsPlannedWhenItsSignatureMayGo() throws LinkException {
        ImagePlan plan = new Scene(dir, TWO_FEATURES)
                .with(module("acme.base").signed(), module("acme.dns"))
                .ignoringSignatures()
                .plan();

        assertThat(plan.modules()).containsKey("acme.base");
    }

    @Test
    void whatNobodyReachesMayBeAnything() throws LinkException {
        ImagePlan plan = new Scene(dir, TWO_FEATURES)
                .with(module("acme.base"), module("acme.dns"))
                .with(
                        module("lib.automatic").automatic().pkg("lib"),
                        module("lib.signed").signed())
                .with(module("lib.twice"))
                .with(module("lib.twice").jar(dir, "lib.twice-2.jar", "test:lib.twice:2"))
                .plan();

        assertThat(plan.modules()).containsOnlyKeys("acme.base", "acme.dns", "java.base");
    }
}
