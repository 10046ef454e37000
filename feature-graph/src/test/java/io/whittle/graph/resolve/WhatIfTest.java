package io.whittle.graph.resolve;

import io.whittle.graph.catalog.Platform;
import io.whittle.graph.solve.PlatformGraph;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import static org.assertj.core.api.Assertions.assertThat;

/** What a profile would come to if it said something else. */
class WhatIfTest {
    @Test
    void allWhoCannotDoWithoutItAreNamed() throws Exception {
        Alternative without = without("""
                features: {a: {requires: [c]}, b: {requires: [c]}, c: {}, d: {}}
                """, "p: {include: [a, b, d]}", "c");

        assertThat(words(without)).containsExactly("LeaveOut a", "LeaveOut b");
        assertThat(without.then().orElseThrow().in()).containsExactly("d");
        assertThat(without.oneOfSeveral()).isFalse();
    }

    @Test
    void whatAParentAsksForIsExcluded() throws Exception {
        Alternative without = without("""
                features: {a: {requires: [c]}, b: {requires: [c]}, c: {}}
                """, "q: {include: [a]}\np: {extends: q, include: [b]}", "c");

        assertThat(words(without)).containsExactlyInAnyOrder("Exclude a", "LeaveOut b");
        assertThat(without.then().orElseThrow().in()).isEmpty();
    }

    @Test
    void anotherProviderComesIn() throws Exception {
        Alternative without = without("""
                features: {a: {needs: [c]}, x: {}, y: {}}
                capabilities: {c: {providers: [x, y]}}
                """, "p: {include: [a]}", "x");

        assertThat(words(without)).containsExactly("Exclude x");
        assertThat(without.then().orElseThrow().in()).containsExactly("a", "y");
    }

    @Test
    void ofSeveralThatClashOnlyTogetherOneGoes() throws Exception {
        // Without x both a and b want y and z, which conflict.
        Alternative without = without("""
                features:
                  a: {needs: [c]}
                  b: {needs: [d]}
                  x: {}
                  y: {conflicts: [z]}
                  z: {}
                capabilities: {c: {providers: [x, y]}, d: {providers: [x, z]}}
                """, "p: {include: [a, b]}", "x");

        assertThat(words(without)).containsExactly("LeaveOut b", "Exclude x");
        assertThat(without.then().orElseThrow().in()).containsExactly("a", "y");
        assertThat(without.oneOfSeveral()).isTrue();
    }

    @Test
    void baseKeepsWhatItNeeds() throws Exception {
        Alternative without =
                without("base: {requires: [a]}\nfeatures: {a: {requires: [c]}, c: {}}\n", "p: {include: [a]}", "c");

        assertThat(without.then()).isEmpty();
        assertThat(without.refused().orElseThrow()).hasMessageContaining("base needs it");
    }

    @Test
    void whatComesByAllIsExcludedAndTakesAlongWhatNeedsIt() throws Exception {
        Alternative without = without("features: {a: {requires: [c]}, c: {}, d: {}}\n", "p: {include: all}", "c");

        assertThat(words(without)).containsExactly("Exclude c");
        assertThat(without.then().orElseThrow().in()).containsExactly("d");
    }

    @Test
    void severalAreKeptOutTogether() throws Exception {
        Alternative without = WhatIf.without(
                graph("features: {a: {}, b: {requires: [c]}, c: {}, d: {}}\n", "p: {include: [a, b, d]}"),
                "p",
                new TreeSet<>(Set.of("a", "c")));

        assertThat(words(without)).containsExactly("LeaveOut a", "LeaveOut b");
        assertThat(without.then().orElseThrow().in()).containsExactly("d");
    }

    @Test
    void whatIsExcludedIsAdmittedAndAskedForOnlyIfThatIsNeeded() throws Exception {
        String features = "features: {a: {recommends: [b]}, b: {}}\n";

        assertThat(words(WhatIf.with(graph(features, "p: {include: [a], exclude: [b]}"), "p", "b")))
                .containsExactly("Admit b");
        assertThat(words(WhatIf.with(graph(features, "p: {exclude: [b]}"), "p", "b")))
                .containsExactly("Admit b", "Ask b");
        assertThat(words(WhatIf.with(graph(features, "q: {exclude: [b]}\np: {extends: q}"), "p", "b")))
                .containsExactly("Ask b");
    }

    @Test
    void whatWouldClashSaysWithWhat() throws Exception {
        Alternative with =
                WhatIf.with(graph("features: {a: {conflicts: [b]}, b: {}}\n", "p: {include: [a]}"), "p", "b");

        assertThat(with.then()).isEmpty();
        assertThat(with.refused().orElseThrow()).hasMessageContaining("a conflicts with b");
    }

    private static Alternative without(String features, String profiles, String feature) throws UnresolvableException {
        return WhatIf.without(graph(features, profiles), "p", new TreeSet<>(Set.of(feature)));
    }

    private static PlatformGraph graph(String features, String profiles) {
        return PlatformGraph.of(UseCase.of(features, profiles).catalog(), Platform.parse("linux/amd64"));
    }

    private static List<String> words(Alternative alternative) {
        return alternative.edits().stream().map(WhatIfTest::word).toList();
    }

    private static String word(Edit edit) {
        String kind = edit.getClass().getSimpleName() + " ";
        if (edit instanceof Edit.LeaveOut leaveOut) {
            return kind + leaveOut.word().feature();
        }
        if (edit instanceof Edit.Admit admit) {
            return kind + admit.word().feature();
        }
        if (edit instanceof Edit.Exclude exclude) {
            return kind + exclude.feature();
        }
        return edit instanceof Edit.Ask ask
                ? kind + ask.feature()
                : kind + ((Edit.ChooseOther) edit).choice().provider();
    }
}
