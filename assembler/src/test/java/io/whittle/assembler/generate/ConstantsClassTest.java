package io.whittle.assembler.generate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;

import static org.assertj.core.api.Assertions.assertThat;

/** Names of the class with the constants. */
class ConstantsClassTest {
    @ParameterizedTest
    @ValueSource(strings = {"acme", "acme.record.gen", "a_1.$b"})
    void aPackageThatACompilerTakes(String name) {
        assertThat(new ConstantsClass(name, "Features").faults()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "acme.",
                "acme..gen",
                "acme.new",
                "acme.int.gen",
                "acme-gen",
                "1acme",
                "acme/gen",
                "acme.dé",
                ".."
            })
    void aPackageThatItDoesNot(String name) {
        assertThat(new ConstantsClass(name, "Features").faults())
                .singleElement()
                .asString()
                .startsWith("whittle.generatePackage is '" + name + "', which is no name of a package")
                .contains("such as com.example.app");
    }

    @ParameterizedTest
    @ValueSource(strings = {"class", "record", "var", "true", "_", "My.Features", "My Features", "", "../X"})
    void aClassThatItDoesNot(String name) {
        assertThat(new ConstantsClass("acme.gen", name).faults())
                .singleElement()
                .asString()
                .startsWith("whittle.generateClass is '" + name + "', which is no name of a class")
                .contains("such as Features");
    }

    @Test
    void whyIsTold() {
        assertThat(new ConstantsClass("acme.new.gen", "record").faults())
                .hasSize(2)
                .anyMatch(fault -> fault.contains("'new' is a word of Java's own"))
                .anyMatch(fault -> fault.contains("'record' is a word of Java's own"));
    }

    @Test
    void itsSourceLiesWhereACompilerLooks() {
        assertThat(new ConstantsClass("acme.gen", "Features").in(Path.of("root")))
                .isEqualTo(Path.of("root/acme/gen/Features.java"));
    }
}
