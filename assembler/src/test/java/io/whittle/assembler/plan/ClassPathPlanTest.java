package io.whittle.assembler.plan;

import io.whittle.assembler.modules.PathEntry;
import io.whittle.assembler.testing.TestElf;
import io.whittle.assembler.testing.TestJdk;
import io.whittle.assembler.testing.TestModule;
import io.whittle.graph.catalog.Platform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import static io.whittle.assembler.testing.PlainJar.plain;
import static io.whittle.assembler.testing.TestModule.module;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** Which jars are on the class path of an image, and why. */
class ClassPathPlanTest {
    private static final String WEB = """
            base: {artifacts: ['test:acme.app']}
            features:
              web: {artifacts: ['test:acme.web']}
              db: {artifacts: ['test:acme.db']}
            profiles: {small: {include: [web]}, full: {include: all}}
            """;

    @TempDir
    private Path dir;

    @Test
    void itHoldsWhatTheCatalogueNamesAndWhatThatDependsOnInTheOrderOfThePath() throws LinkException {
        ImagePlan plan = new Scene(dir, WEB)
                .with(jar("lib.deep"), jar("acme.web"), jar("acme.app"), jar("lib.near"), jar("acme.db"), jar("lib.db"))
                .edges(new Poms()
                        .of("acme.web", "lib.near")
                        .of("lib.near", "lib.deep")
                        .of("acme.db", "lib.db"))
                .plan();

        assertThat(plan.classPath())
                .extracting(PlannedJar::artifact, PlannedJar::owner, PlannedJar::via)
                .containsExactly(
                        tuple("test:lib.deep", Optional.empty(), Optional.of("test:lib.near")),
                        tuple("test:acme.web", Optional.of("feature web"), Optional.empty()),
                        tuple("test:acme.app", Optional.of("base"), Optional.empty()),
                        tuple("test:lib.near", Optional.empty(), Optional.of("test:acme.web")));
        assertThat(plan.classPath()).extracting(PlannedJar::file).contains("lib.deep-1.jar");
        assertThat(plan.modules()).containsOnlyKeys("java.base");
    }

    @Test
    void aJarThatNobodyNamesOrNeedsIsNotOnIt() throws LinkException {
        assertThat(new Scene(dir, WEB)
                        .with(jar("acme.app"), jar("acme.web"), jar("lib.none"))
                        .edges(new Poms())
                        .plan()
                        .classPath())
                .extracting(PlannedJar::artifact)
                .containsExactly("test:acme.app", "test:acme.web");
    }

    @Test
    void modulesOfTheJdkThatItsClassesNameAreRoots() throws LinkException {
        ImagePlan plan = real(WEB).with(jar("acme.app")).with(withSql()).plan();

        assertThat(plan.modules()).containsKeys("java.sql", "java.logging");
        assertThat(plan.modules().get("java.sql").via()).contains("test:acme.web");
        assertThat(plan.modules().get("java.logging").via()).contains("java.sql");
        assertThat(plan.roots()).containsExactly("java.sql");
    }

    @Test
    void theCatalogueSaysWhatCanBeDoneWithoutAndWhatNoClassShows() throws LinkException {
        ImagePlan plan = real(WEB + """
                        artifacts:
                          test:acme.web: {optional: [java.sql], requires: [java.naming]}
                        """).with(jar("acme.app")).with(withSql()).plan();

        assertThat(plan.modules()).containsKey("java.naming").doesNotContainKey("java.sql");
    }

    @Test
    void aModuleSaysWhatItNeedsByItsDescriptorAlsoOnTheClassPath() throws LinkException {
        ImagePlan plan = new Scene(dir, WEB)
                .with(jar("acme.app"))
                .with(module("acme.web").requires("java.logging").requiresStatic("java.sql"))
                .plan();

        assertThat(plan.modules()).containsOnlyKeys("java.base", "java.logging");
        assertThat(plan.classPath()).extracting(PlannedJar::artifact).contains("test:acme.web");
    }

    @Test
    void whatAModuleRequiresIsLinkedAndNotOnTheClassPathBesides() throws LinkException {
        ImagePlan plan = new Scene(dir, """
                        base: {modules: [acme.core], artifacts: ['test:acme.app', 'test:lib.named']}
                        profiles: {small: {}}
                        """)
                .with(module("acme.core").requires("lib.shared", "lib.named"))
                .with(module("lib.shared"), module("lib.named"), jar("acme.app"))
                .edges(new Poms().of("acme.app", "lib.shared", "lib.named"))
                .plan();

        assertThat(plan.modules()).containsKeys("acme.core", "lib.shared", "lib.named");
        assertThat(plan.classPath()).extracting(PlannedJar::artifact).containsExactly("test:acme.app");
    }

    @Test
    void theCatalogueMakesModulesOfJarsAlsoWhereJarsBringThem() throws LinkException {
        ImagePlan plan = new Scene(dir, """
                        base: {artifacts: ['test:acme.app', 'test:lib.named']}
                        artifacts:
                          test:lib.named: {as: module}
                          test:lib.brought: {as: module}
                        profiles: {small: {}}
                        """)
                .with(jar("acme.app"), module("lib.named"), module("lib.brought"))
                .edges(new Poms().of("acme.app", "lib.brought"))
                .plan();

        assertThat(plan.modules()).containsKeys("lib.named", "lib.brought");
        assertThat(plan.modules().get("lib.named").owner()).contains("base");
        assertThat(plan.classPath()).extracting(PlannedJar::artifact).containsExactly("test:acme.app");
    }

    @Test
    void aJarOfAFeatureThatIsOutIsRefusedWithTheEditThatMendsIt() {
        new Scene(dir, WEB)
                .with(jar("acme.app"), jar("acme.web"), jar("lib.a"), jar("acme.db"))
                .edges(new Poms().of("acme.web", "lib.a").of("lib.a", "acme.db"))
                .saysWhatStandsIn("jar-of-feature-out.txt");
    }

    @Test
    void baseDependsOnNoFeature() {
        new Scene(dir, WEB)
                .with(jar("acme.app"), jar("acme.web"), jar("acme.db"))
                .edges(new Poms().of("acme.app", "acme.web"))
                .saysWhatStandsIn("jar-of-base-needs-feature.txt");
    }

    @Test
    void aModuleOfAFeatureThatIsOutIsNotPutOnTheClassPath() {
        assertThat(new Scene(dir, """
                                features:
                                  web: {artifacts: ['test:acme.web']}
                                  dns: {modules: [acme.dns]}
                                profiles: {small: {include: [web]}}
                                """)
                        .with(jar("acme.web"), module("acme.dns"))
                        .edges(new Poms().of("acme.web", "acme.dns"))
                        .faults())
                .singleElement()
                .asString()
                .startsWith("test:acme.web requires acme.dns (its POM), but acme.dns is of feature dns")
                .contains("Add 'requires: [dns]' to feature web in the catalogue");
    }

    @Test
    void ofTheJarsOfSeveralVariantsTheOthersArePassedOver() throws LinkException {
        ImagePlan plan = new Scene(dir, """
                        features:
                          web:
                            artifacts: ['test:acme.web']
                            variants:
                              - {when: linux, artifacts: ['test:lib.linux']}
                              - {when: windows, artifacts: ['test:lib.windows']}
                        profiles: {small: {include: [web]}}
                        """)
                .with(jar("acme.web"), jar("lib.linux"), jar("lib.windows"))
                .edges(new Poms().of("acme.web", "lib.linux", "lib.windows"))
                .plan();

        assertThat(plan.classPath())
                .extracting(PlannedJar::artifact)
                .containsExactly("test:acme.web", "test:lib.linux");
    }

    @Test
    void anArtifactThatIsNoDependencyIsToldWithTheNearestOne() {
        new Scene(dir, WEB).with(jar("acme.app"), jar("acme.wep")).saysWhatStandsIn("artifact-not-there.txt");
    }

    @Test
    void whatModulesRequireCannotBeOnTheClassPath() {
        new Scene(dir, """
                base: {modules: [acme.core]}
                artifacts: {'test:lib.shared': {as: classpath}}
                profiles: {small: {}}
                """)
                .with(module("acme.core").requires("lib.shared"), module("lib.shared"))
                .saysWhatStandsIn("class-path-required-by-module.txt");
    }

    @Test
    void classesThatAModuleWouldHideAreTold() {
        new Scene(dir, """
                base: {modules: [acme.core], artifacts: ['test:acme.app']}
                profiles: {small: {}}
                """)
                .with(module("acme.core").type("acme.shared.One", ""))
                .with(jar("acme.app").type("acme.shared.One", "").type("acme.shared.Two", ""))
                .saysWhatStandsIn("class-path-hidden.txt");
    }

    @Test
    void aFolderOfClassesIsNoJarYet() {
        assertThat(new Scene(dir, WEB)
                        .with(jar("acme.web"))
                        .with(jar("acme.app").folder(dir))
                        .faults())
                .containsExactly(
                        "test:acme.app:1 is to lie on the class path, and there is no jar of it yet, only a folder"
                                + " of classes.\n  Link in the phase package or later, such as with mvn package.");
    }

    @Test
    void whatIsNoJarIsTold() throws Exception {
        TestModule whole = jar("acme.web");
        Scene scene = new Scene(dir, WEB).with(jar("acme.app"), whole);
        Files.writeString(dir.resolve("acme.web-1.jar"), "no zip");

        assertThat(scene.faults())
                .singleElement()
                .asString()
                .startsWith("test:acme.web:1 is to lie on the class path, and cannot be read as a jar: ");
    }

    @Test
    void aLauncherWithoutAModuleStartsAClassOfTheClassPath() throws LinkException {
        ImagePlan plan = new Scene(dir, WEB + """
                        image:
                          launchers:
                            app: {main: acme.app.Main}
                            db: {main: acme.db.Main}
                        """)
                .with(jar("acme.app").main("acme.app.Main", ""), jar("acme.web").main("acme.web.Main", ""))
                .with(jar("acme.db").main("acme.db.Main", ""))
                .plan();

        assertThat(plan.launchers())
                .extracting(launcher -> launcher.name().text())
                .containsExactly("app");
        assertThat(plan.notes())
                .isEqualTo(List.of(
                        "launcher db is left out: its class acme.db.Main is in test:acme.db, which is not on the class path of"
                                + " this image"));
    }

    @Test
    void aMainClassThatIsMistypedIsAFaultWhereItsPackageIsThere() {
        assertThat(new Scene(dir, """
                        base: {artifacts: ['test:acme.app']}
                        image: {launchers: {app: {main: acme.app.Mian}}}
                        profiles: {small: {}}
                        """)
                        .with(jar("acme.app")
                                .main("acme.app.Main", "")
                                .pkg("acme.app")
                                .pkg("acme.app.inner"))
                        .faults())
                .containsExactly(
                        "Launcher app starts acme.app.Mian (feature-tags.yaml:3:33), which is not on the class path of"
                                + " this image.\n  Did you mean acme.app.Main? acme.app holds Main, Something. Correct 'main' of the"
                                + " launcher.");
    }

    @Test
    void classesThatAreTooNewForTheImageAreTold() throws LinkException {
        ImagePlan plan = new Scene(dir, """
                        base: {modules: [acme.mod, acme.other], artifacts: ['test:acme.app']}
                        profiles: {small: {}}
                        """)
                .with(jar("acme.app").pkg("acme.app").pkg("acme.app.inner").compiledFor(21))
                .with(module("acme.mod").automatic().pkg("acme.mod").compiledFor(25))
                .with(module("acme.other").automatic().pkg("acme.other"))
                .plan();

        assertThat(plan.notes())
                .contains(
                        "test:acme.app:1 has 2 classes, such as acme.app.Something, for Java 21: the image is of Java 17, and"
                                + " whoever loads one fails",
                        "test:acme.mod:1 has 1 class acme.mod.Something, for Java 25: the image is of Java 17, and whoever"
                                + " loads one fails");
    }

    @Test
    void launchersMayLoadNativeLibrariesWhereTheirJavaAsksForLeave() throws Exception {
        String catalog = """
                        base: {modules: [acme.mod], artifacts: ['test:acme.app', 'test:plain']}
                        image: {launchers: {app: {main: acme.app.Main, jvm: [-Xmx64m]}}}
                        profiles: {small: {}}
                        """;
        byte[] library =
                TestElf.of(Platform.parse("linux/amd64")).needs("libc.so.6").bytes();
        for (boolean asks : List.of(true, false)) {
            Path folder = Files.createDirectories(dir.resolve(asks ? "25" : "17"));
            ImagePlan plan = new Scene(folder, catalog)
                    .jdk(TestJdk.onPaper(folder, asks ? 25 : 17, true))
                    .with(jar("acme.app").main("acme.app.Main", "").file("acme/app/libapp.so", library), jar("plain"))
                    .with(module("acme.mod").pkg("acme.mod").file("acme/mod/libmod.so", library))
                    .plan();

            assertThat(plan.launchers().get(0).jvm())
                    .isEqualTo(
                            asks
                                    ? List.of("--enable-native-access=ALL-UNNAMED,acme.mod", "-Xmx64m")
                                    : List.of("-Xmx64m"));
        }
    }

    @Test
    void aModuleThatTheCatalogueSaysAJarNeedsIsNotOnTheClassPathBesides() throws LinkException {
        ImagePlan plan = real("""
                        base: {artifacts: ['test:acme.app']}
                        artifacts: {'test:lib.near': {requires: [lib.engine]}}
                        profiles: {small: {}}
                        """)
                .with(jar("acme.app"), jar("lib.near"), jar("lib.engine"))
                .edges(new Poms().of("acme.app", "lib.near", "lib.engine"))
                .plan();

        assertThat(plan.classPath()).extracting(PlannedJar::artifact).containsExactly("test:acme.app", "test:lib.near");
        assertThat(plan.modules()).containsKey("lib.engine");
        assertThat(plan.notes()).anyMatch(note -> note.startsWith("lib.engine is linked from a changed copy"));
    }

    @Test
    void aJarThatIsAModuleOfAFeatureThatIsOutIsNotPassedOver() {
        assertThat(new Scene(dir, """
                                features:
                                  web: {artifacts: ['test:acme.web']}
                                  net: {modules: [acme.web]}
                                profiles: {small: {include: [web]}}
                                """).with(jar("acme.web")).faults())
                .singleElement()
                .asString()
                .startsWith(
                        "Artifact test:acme.web of feature web (feature-tags.yaml:3:21) is module acme.web, which is of"
                                + " feature net (feature-tags.yaml:4:19), and that is not in small");
    }

    @Test
    void twoVersionsOfOneLibraryAreTold() throws LinkException {
        ImagePlan plan = new Scene(dir, "base: {artifacts: ['test:lib', 'old:lib']}\nprofiles: {small: {}}\n")
                .with(jar("lib").pkg("lib.api").pkg("lib.more"))
                .with(jar("lib").pkg("lib.api").pkg("lib.more").jar(dir, "old-0.jar", "old:lib:0"))
                .plan();

        assertThat(plan.notes())
                .containsExactly(
                        "test:lib and old:lib on the class path both have 2 classes, such as lib.api.Something: the JVM"
                                + " takes those of test:lib, which comes first");
    }

    @Test
    void aDamagedJarThatIsNotInDoesNotStandInTheWayOfAMessage() throws Exception {
        Path damaged = Files.writeString(dir.resolve("damaged-1.jar"), "no jar");
        ImagePlan plan = new Scene(dir, """
                        base: {artifacts: ['test:acme.app']}
                        image: {launchers: {app: {main: acme.Nowhere}}}
                        profiles: {small: {}}
                        """)
                .with(jar("acme.app"))
                .with(new PathEntry(damaged, "test:damaged:1"))
                .plan();

        assertThat(plan.notes())
                .containsExactly("launcher app is left out: its class acme.Nowhere is on no class path");
    }

    @Test
    void versionsInAJarThatDoesNotSayItHasThemAreNobodysClasses() throws Exception {
        PathEntry sql = plain("sql")
                .source("p/Rows.java", "package p; public class Rows { java.sql.Driver driver; }")
                .in(dir);
        byte[] rows = Files.readAllBytes(sql.path().resolveSibling("sql-classes/p/Rows.class"));
        PathEntry app =
                plain("acme.app").file("META-INF/versions/9/p/Rows.class", rows).in(dir);

        assertThat(real("base: {artifacts: ['test:acme.app']}\nprofiles: {small: {}}\n")
                        .with(app)
                        .plan()
                        .modules())
                .containsOnlyKeys("java.base");
    }

    private static TestModule withSql() {
        return jar("acme.web")
                .requires("java.sql")
                .type("acme.web.Rows", "Object all() { return java.sql.DriverManager.getDrivers(); }");
    }

    private Scene real(String catalog) {
        return new Scene(dir, catalog).jdk(TestJdk.running()).on(Platform.host().toString());
    }

    private static TestModule jar(String name) {
        return module(name).automatic();
    }
}
