package io.whittle.assembler.jimage;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;

import static org.assertj.core.api.Assertions.assertThat;

/** What modules take, in the JDK that runs this. */
class ModuleBytesTest {
    private static final Path MODULES = Path.of(System.getProperty("java.home"), "lib", "modules");

    @Test
    void classesAndAllElseAreTheWhole() throws Exception {
        SortedMap<String, ModuleBytes> parts = ModuleBytes.of(MODULES);
        Map<String, Long> whole = Jimage.of(MODULES).bytesByModule();

        assertThat(parts.entrySet().stream()
                        .filter(part -> whole.containsKey(part.getKey()))
                        .collect(Collectors.toMap(
                                Map.Entry::getKey,
                                part -> part.getValue().classes()
                                        + part.getValue().other())))
                .isEqualTo(whole);
        assertThat(parts.get("java.base").classes())
                .isPositive()
                .isGreaterThan(parts.get("java.base").other());
        assertThat(parts.get("java.base").other()).isPositive();
    }
}
