package io.whittle.graph.resolve;

import org.junit.jupiter.api.Test;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** What is said to mend a clash, as it is told. */
class MendTest {
    private static final String LINUX = "linux/amd64";

    @Test
    void whatChildAndParentExcludeIsTakenOutOfBoth() {
        UseCase useCase = UseCase.of(
                "features: {a: {requires: [b]}, b: {}}\n",
                "q: {exclude: [b]}\np: {extends: q, include: [a], exclude: [b]}");

        assertThat(mends(useCase))
                .containsExactly(
                        "take b out of 'exclude' of p and take b out of 'exclude' of q",
                        "or take a out of 'include' of p");
    }

    @Test
    void whatIsExcludedAndNotAvailableIsNotAdmittedInVain() {
        UseCase useCase = UseCase.of(
                "features: {a: {requires: [b]}, b: {platforms: macos}}\n", "p: {include: [a], exclude: [b]}");

        assertThat(mends(useCase)).containsExactly("take a out of 'include' of p");
    }

    @Test
    void aParentsChoiceThatStandsBehindIsTakenOutToo() {
        UseCase useCase =
                UseCase.of("""
                features: {a: {needs: [path]}, x: {conflicts: [b]}, y: {conflicts: [b]}, z: {}, b: {}}
                capabilities: {path: {providers: [x, y, z]}}
                """, "q: {choose: {path: y}}\np: {extends: q, include: [a, b], choose: {path: x}}");

        assertThat(mends(useCase))
                .containsExactly(
                        "take a or b out of 'include' of p",
                        "or take x out of 'choose' of p for path and take y out of 'choose' of q for path",
                        "or choose z for path in p");
    }

    @Test
    void anEntryIsNarrowedByAllThatIsMissingAndByItsOwnCondition() {
        UseCase useCase = UseCase.of("""
                features:
                  a: {requires: [b, c]}
                  b: {platforms: linux or macos}
                  c: {platforms: not linux or arm64}
                """, "p: {include: [{feature: a, when: amd64 or arm64}]}");

        assertThat(mends(useCase, "freebsd/amd64"))
                .contains("write {feature: a, when: (amd64 or arm64) and (linux or macos)} under 'include' of p");
        assertThat(mends(useCase, LINUX))
                .contains("write {feature: a, when: (amd64 or arm64) and (not linux or arm64)} under 'include' of p");
    }

    @Test
    void whatCanBeHadNowhereIsNotAskedForOnlyThere() {
        UseCase useCase = UseCase.of(
                "features: {a: {requires: [b, c]}, b: {platforms: macos}, c: {platforms: windows}}\n",
                "p: {include: [a]}");

        assertThat(mends(useCase)).contains("take a out of 'include' of p");
    }

    @Test
    void whatIsLeftOutOfAListButStillAskedForByAllIsExcluded() {
        UseCase useCase = UseCase.of(
                "features: {a: {conflicts: [b]}, b: {}}\n", "q: {include: all}\np: {extends: q, include: [a]}");

        assertThat(mends(useCase))
                .containsExactly("exclude b in p", "or take a out of 'include' of p and exclude a in p");
    }

    @Test
    void whatWouldClashElsewhereIsNotOffered() {
        // To choose y mends the clash with b, and brings one with c.
        UseCase useCase = UseCase.of("""
                features: {a: {needs: [path]}, x: {conflicts: [b]}, y: {conflicts: [c]}, z: {}, b: {}, c: {}}
                capabilities: {path: {providers: [x, y, z]}}
                """, "p: {include: [a, b, c], choose: {path: x}}");

        assertThat(mends(useCase))
                .containsExactly(
                        "take a or b out of 'include' of p",
                        "or take x out of 'choose' of p for path",
                        "or choose z for path in p");
    }

    @Test
    void whereOnlyTheCatalogueCouldMendItThatIsSaid() {
        UseCase useCase = UseCase.of(
                "base: {needs: [path]}\nfeatures: {a: {platforms: macos}}\ncapabilities: {path: {providers: [a]}}\n",
                "p: {}");

        assertThat(mends(useCase))
                .containsExactly(
                        "mend the catalogue: begin with the edges named here; take one out, or give it a 'when'");
    }

    private static List<String> mends(UseCase useCase) {
        return mends(useCase, LINUX);
    }

    /** The last lines, which are not indented as the proof is. */
    private static List<String> mends(UseCase useCase, String platform) {
        return useCase.refusedOn(platform)
                .getMessage()
                .lines()
                .skip(1)
                .filter(line -> !line.startsWith(" "))
                .toList();
    }
}
