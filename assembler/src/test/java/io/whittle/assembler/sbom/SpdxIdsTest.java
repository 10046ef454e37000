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
                "BSD 3-Clause License | BSD-3-Clause"
            })
    void namesThatSayWhichAreTold(String name, String id) {
        assertThat(SpdxIds.of(name)).contains(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"BSD", "The BSD License", "CDDL", "Apache License", "Our own licence", "", " "})
    void namesThatLeaveItOpenAreNot(String name) {
        assertThat(SpdxIds.of(name)).isEmpty();
    }
}
