package io.whittle.assembler.classpath;

import io.whittle.assembler.modules.PathEntry;
import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** How jars are called on the class path of an image. */
class JarNamesTest {
    @Test
    void theyAreCalledAsInARepository() {
        assertThat(names("com.acme:core:1.0", "com.acme:core:linux-x86_64:1.0", "com.acme:odd:1.0+b~2"))
                .isEqualTo(Map.of(
                        "com.acme:core:1.0", "core-1.0.jar",
                        "com.acme:core:linux-x86_64:1.0", "core-1.0-linux-x86_64.jar",
                        "com.acme:odd:1.0+b~2", "odd-1.0+b_2.jar"));
    }

    @Test
    void oneNameOfTwoGroupsIsToldApartWhateverTheCase() {
        assertThat(names("com.acme:core:1.0", "org.other:Core:1.0", "org.other:text:1.0"))
                .isEqualTo(Map.of(
                        "com.acme:core:1.0", "com.acme.core-1.0.jar",
                        "org.other:Core:1.0", "org.other.Core-1.0.jar",
                        "org.other:text:1.0", "text-1.0.jar"));
    }

    @Test
    void whatIsStillAlikeIsNumbered() {
        assertThat(names("a:b:1:1", "a:b-1:1", "a.b:c:1", "x:c:1", "y:a.b.c:1").values())
                .doesNotHaveDuplicates()
                .hasSize(5);
        assertThat(names("a:b:c:1", "a:b:1-c").values()).containsExactlyInAnyOrder("a.b-1-c.jar", "a.b-1-c-2.jar");
    }

    private static Map<String, String> names(String... labels) {
        List<PathEntry> path = Stream.of(labels)
                .map(label -> new PathEntry(Path.of("some.jar"), label))
                .toList();
        return JarNames.of(path).byLabel();
    }
}
