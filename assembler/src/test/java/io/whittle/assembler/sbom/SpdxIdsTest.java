package io.whittle.assembler.sbom;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Names of licences, and what is sure of them. */
class SpdxIdsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Apache-2.0 | Apache-2.0",
                "The Apache Software License, Version 2.0 | Apache-2.0",
                "The MIT License | MIT",
                "Eclipse Public License v2.0 | EPL-2.0",
                "BSD 3-Clause License | BSD-3-Clause",
                "GNU General Public License v2 or later | GPL-2.0-or-later",
                "LGPL-2.1-only | LGPL-2.1-only"
            })
    void namesThatSayWhichAreTold(String name, String id) {
        assertThat(SpdxIds.of(name)).contains(id);
    }

    @ParameterizedTest
    @CsvSource({
        "https://www.apache.org/licenses/LICENSE-2.0.txt, Apache-2.0",
        "http://apache.org/licenses/LICENSE-2.0, Apache-2.0",
        "https://www.eclipse.org/legal/epl-2.0/, EPL-2.0",
        "https://opensource.org/license/mit, MIT",
        "https://spdx.org/licenses/0BSD.html, 0BSD"
    })
    void placesOfOneLicenceAreTold(String url, String id) {
        assertThat(SpdxIds.of(url)).contains(id);
    }

    /** The GPL's own page holds several: this version only, or any later one. */
    @ParameterizedTest
    @ValueSource(
            strings = {"https://www.gnu.org/licenses/old-licenses/gpl-2.0-standalone.html", "https://acme.com/licence"})
    void placesOfSeveralAndOfNoneAreNot(String url) {
        assertThat(SpdxIds.of(url)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "BSD",
                "The BSD License",
                "CDDL",
                "Apache License",
                "GPL v2",
                "The GNU General Public License, v2 with Universal FOSS Exception, v1.0",
                "Our own licence",
                "",
                " "
            })
    void namesThatLeaveItOpenAreNot(String name) {
        assertThat(SpdxIds.of(name)).isEmpty();
    }
}
