package io.whittle.assembler.goal;

import org.junit.jupiter.api.Test;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class MistypedPropertiesTest {
    private static final List<String> KNOWN = List.of("whittle.profile", "whittle.platform", "whittle.fix");

    @Test
    void aNameThatIsNearlyOneOfOursIsToldWithIt() {
        assertThat(of("whittle.profle", "whittle.platfrom"))
                .containsExactly(
                        "-Dwhittle.platfrom is no property of Whittle, and nothing looks at it: did you mean -Dwhittle.platform?",
                        "-Dwhittle.profle is no property of Whittle, and nothing looks at it: did you mean -Dwhittle.profile?");
    }

    @Test
    void otherNamesAreNotOurs() {
        assertThat(of("whittle.profile", "profle", "maven.profle", "whittle.screenshots"))
                .isEmpty();
    }

    @Test
    void aPropertyThatAPomUsesIsItsOwn() {
        assertThat(MistypedProperties.of(List.of("whittle.profiles"), KNOWN, "whittle.profiles"::equals))
                .isEmpty();
    }

    private static List<String> of(String... given) {
        return MistypedProperties.of(List.of(given), KNOWN, name -> false);
    }
}
