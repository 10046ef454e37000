package io.whittle.assembler.init;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Set;

import static org.assertj.core.api.Assertions.assertThat;

/** Names of Java become names of a catalogue. */
class SpellingTest {
    @ParameterizedTest
    @CsvSource({
        "dns, dns",
        "dnsProxy, dns-proxy",
        "HTTPServer2, http-server2",
        "a.b_c, a-b-c",
        "__x__, x",
        "Größe, gro-e",
        "_4g, module-4g",
        "$, module"
    })
    void areSpelled(String java, String spelled) {
        assertThat(Spelling.kebab(java)).isEqualTo(spelled).matches("[a-z][a-z0-9-]*");
    }

    @Test
    void areGivenOutOnce() {
        Names names = new Names(Set.of("java"));

        assertThat(List.of(
                        names.take("acme.java", 1),
                        names.take("acme.dns", 1),
                        names.take("other.dns", 1),
                        names.take("other.Dns", 1),
                        names.take("dns", 1)))
                .containsExactly("acme-java", "dns", "other-dns", "other-dns-2", "dns-2");
    }
}
