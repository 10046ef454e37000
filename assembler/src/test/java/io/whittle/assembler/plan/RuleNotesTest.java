package io.whittle.assembler.plan;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;

import static io.whittle.assembler.testing.TestModule.module;
import static org.assertj.core.api.Assertions.assertThat;

/** What the catalogue says of jars and what changes nothing is told. */
class RuleNotesTest {
    @TempDir
    private Path dir;

    @Test
    void aJarThatIsNotThereIsToldWithTheNearestOne() throws LinkException {
        assertThat(notes("test:lob: {as: module}"))
                .containsExactly("artifacts: test:lob is not among the dependencies of the project that"
                        + " links: did you mean test:lib?");
    }

    @Test
    void aNameForAJarThatHasOneIsTold() throws LinkException {
        assertThat(notes("test:lib: {module: other}"))
                .containsExactly("artifacts: test:lib stays module lib, as its descriptor says: 'module' names"
                        + " only jars that have none");
    }

    @Test
    void aSlipAmongWhatAJarCanDoWithoutIsTold() throws LinkException {
        assertThat(notes("test:lib: {optional: [java.lgging]}"))
                .singleElement()
                .asString()
                .startsWith("artifacts: test:lib can do without java.lgging, which is neither on the module"
                        + " path nor in the JDK")
                .endsWith(": did you mean java.logging?");
    }

    @Test
    void whatHasAnEffectIsNotTold() throws LinkException {
        assertThat(notes("test:lib: {as: module}")).isEmpty();
        assertThat(notes("test:lib: {optional: [some.thing.nobody.has]}")).isEmpty();
    }

    private List<String> notes(String rule) throws LinkException {
        return new Scene(dir, "base: {modules: [lib]}\nprofiles: {small: {}}\nartifacts:\n  " + rule + "\n")
                .with(module("lib"))
                .plan()
                .notes();
    }
}
