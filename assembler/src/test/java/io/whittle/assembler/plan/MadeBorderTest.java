package io.whittle.assembler.plan;

import io.whittle.assembler.modules.PathEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;

import static io.whittle.assembler.testing.PlainJar.plain;
import static io.whittle.assembler.testing.TestModule.module;
import static org.assertj.core.api.Assertions.assertThat;

/** Jars that modules need and that are no modules of the image. */
class MadeBorderTest {
    private static final String APP = """
            base: {modules: [acme.app]}
            features:
              db: {artifacts: ['test:db']}
              web: {modules: [acme.web]}
            profiles: {small: {}, web: {include: [web]}}
            """;

    @TempDir
    private Path dir;

    @Test
    void aJarWithoutAPossibleNameIsNotLeftOutWithoutAWord() {
        PathEntry odd = plain("2d-lib")
                .source("two/Two.java", "package two; public class Two {}")
                .in(dir);
        PathEntry lib = plain("lib")
                .source("lib/Lib.java", "package lib; public class Lib { two.Two two; }")
                .on(odd)
                .in(dir);

        assertThat(new Scene(dir, APP)
                        .with(module("acme.app").requires("lib"))
                        .with(lib)
                        .with(odd)
                        .edges(new Poms().of("lib", "2d-lib"))
                        .faults())
                .containsExactly(
                        "lib requires test:2d-lib (its POM), and no module can be read from it: 2d.lib: Invalid module name: '2d'"
                                + " is not a Java identifier (<dir>/2d-lib-1.jar).\n"
                                + "  Base (feature-tags.yaml:2:18) holds acme.app, which requires lib.\n"
                                + "  Where only its name is wrong, give it one: 'artifacts: {test:2d-lib: {module: <name>}}'; else"
                                + " take another version of it, or exclude it from the dependencies where lib works without.");
    }

    @Test
    void aDamagedDescriptorDeepInTheGraphIsTold() {
        PathEntry damaged = plain("deep").file("module-info.class", "damaged").in(dir);

        assertThat(new Scene(dir, APP)
                        .with(module("acme.app").requires("lib"), module("lib").automatic())
                        .with(damaged)
                        .edges(new Poms().of("lib", "deep"))
                        .faults())
                .singleElement()
                .asString()
                .startsWith("lib requires test:deep (its POM), and no module can be read from it: Bad magic number");
    }

    @Test
    void aModuleThatRequiresAJarOfAFeatureThatIsOutHearsOfTheFeature() {
        assertThat(new Scene(dir, APP)
                        .with(
                                module("acme.app"),
                                module("acme.web").requires("db"),
                                module("db").automatic())
                        .profile("web")
                        .faults())
                .containsExactly(
                        "acme.web requires db, which is test:db, and that is of feature db (feature-tags.yaml:4:20), which"
                                + " is not in web on linux/amd64.\n"
                                + "  Feature web (feature-tags.yaml:5:19) holds acme.web.\n"
                                + "  Add 'requires: [db]' to feature web in the catalogue, since web does not require db; or make the use optional in code ('requires static', or a service).");
    }

    @Test
    void thePomOfAMadeModuleReachesNoFeatureThatIsOut() {
        assertThat(new Scene(dir, APP)
                        .with(module("acme.app").requires("lib"))
                        .with(module("lib").automatic(), module("db").automatic())
                        .edges(new Poms().of("lib", "db"))
                        .faults())
                .singleElement()
                .asString()
                .startsWith(
                        "lib requires test:db (its POM), but test:db is of feature db (feature-tags.yaml:4:20), which is not in"
                                + " small");
    }

    @Test
    void aNameDoesNotMakeAModuleOfWhatIsNoJar() throws Exception {
        Path damaged = Files.writeString(dir.resolve("lib-1.jar"), "no jar");

        assertThat(new Scene(dir, APP + "artifacts: {'test:lib': {module: lib}}\n")
                        .with(module("acme.app").requires("lib"))
                        .with(new PathEntry(damaged, "test:lib:1"))
                        .faults())
                .singleElement()
                .asString()
                .startsWith("acme.app requires lib (module-info), which is neither on the module path nor")
                .contains("Not readable as a module: test:lib:1 (<dir>/lib-1.jar): zip END header not found");
    }
}
