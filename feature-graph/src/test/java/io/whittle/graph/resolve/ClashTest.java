package io.whittle.graph.resolve;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ClashTest {
    private static final String LINUX = "linux/amd64";

    @Test
    void aChoiceThroughTwoCapabilities() {
        UseCase useCase = UseCase.of("""
                features:
                  a: {needs: [path, log]}
                  router: {conflicts: [file]}
                  netstack: {conflicts: [syslog]}
                  file: {}
                  syslog: {}
                capabilities: {path: {providers: [router, netstack]}, log: {providers: [file, syslog]}}
                """, """
                p: {include: [a], choose: {path: router, log: file}}
                one: {include: [a], choose: {path: router}}
                """);

        assertThat(UseCase.clashes(useCase.refusedOn(LINUX)))
                .containsExactly("p asks a, p chooses router, p chooses file");
        assertThat(useCase.resolve("one", LINUX).in()).containsExactly("a", "router", "syslog");
    }

    @Test
    void aClashOnlyThroughChoices() {
        UseCase useCase = UseCase.of("""
                features:
                  a: {needs: [path]}
                  x: {conflicts: [s]}
                  y: {conflicts: [t]}
                  s: {}
                  t: {}
                capabilities: {path: {providers: [x, y]}}
                """, "p: {include: [a, s, t]}\ntwo: {include: [a, s]}");

        assertThat(UseCase.clashes(useCase.refusedOn(LINUX))).containsExactly("p asks a, p asks s, p asks t");
        assertThat(useCase.resolve("two", LINUX).in()).containsExactly("a", "s", "y");
    }

    @Test
    void pigeonsThatShareTwoHoles() {
        UseCase useCase = UseCase.of("""
                features:
                  p1: {needs: [h1]}
                  p2: {needs: [h2]}
                  p3: {needs: [h3]}
                  a1: {conflicts: [a2, a3]}
                  a2: {conflicts: [a3]}
                  a3: {}
                  b1: {conflicts: [b2, b3]}
                  b2: {conflicts: [b3]}
                  b3: {}
                  other: {}
                capabilities: {h1: {providers: [a1, b1]}, h2: {providers: [a2, b2]}, h3: {providers: [a3, b3]}}
                """, "p: {include: [other, p3, p2, p1]}\ntwo: {include: [p1, p3]}");

        assertThat(UseCase.clashes(useCase.refusedOn(LINUX))).containsExactly("p asks p3, p asks p2, p asks p1");
        assertThat(useCase.resolve("two", LINUX).in()).containsExactly("a1", "b3", "p1", "p3");
    }

    @Test
    void ifBaseAloneClashesItIsAnErrorOfTheCatalogueWithoutStatements() {
        UseCase useCase = UseCase.of(
                "base: {requires: [a, b]}\nfeatures: {a: {conflicts: [b]}, b: {}, c: {}}\n", "p: {include: [c]}");

        assertThat(UseCase.clashes(useCase.refusedOn(LINUX))).containsExactly("");
    }

    @Test
    void ifBaseAloneClashesThroughItsNeedsItIsAnErrorOfTheCatalogueToo() {
        UseCase useCase = UseCase.of("""
                base: {requires: [a], needs: [path]}
                features: {a: {conflicts: [x, y]}, x: {}, y: {}}
                capabilities: {path: {providers: [x, y]}}
                """, "p: {}");

        assertThat(UseCase.clashes(useCase.refusedOn(LINUX))).containsExactly("");
    }

    @Test
    void severalClashesThatHaveNothingToDoWithOneAnotherAreAllToldEachOnce() {
        UseCase useCase = UseCase.of("""
                features:
                  a: {requires: [b]}
                  b: {}
                  c: {conflicts: [d]}
                  d: {}
                  e: {platforms: macos}
                  f: {needs: [path]}
                  x: {conflicts: [g]}
                  y: {conflicts: [g]}
                  g: {}
                capabilities: {path: {providers: [x, y]}}
                """, "p: {include: [a, c, d, e, f, g], exclude: [b]}");

        assertThat(UseCase.clashes(useCase.refusedOn(LINUX)))
                .containsExactlyInAnyOrder(
                        "p asks a, p excludes b", "p asks c, p asks d", "no e, p asks e", "p asks f, p asks g");
    }

    @Test
    void whoAsksForTheSameInTheSameWayStandsBesideTheClashNotInAnotherOne() {
        UseCase useCase = UseCase.of(
                "features: {a: {requires: [t]}, b: {requires: [t]}, t: {}}\n", "p: {include: [a, b], exclude: [t]}");

        assertThat(useCase.refusedOn(LINUX).faults())
                .singleElement()
                .satisfies(fault -> assertThat(((Fault.Clash) fault).alike()).hasSize(1));
    }

    @Test
    void eachStatementStandsWithTheProfileOfTheLineageThatSaysIt() {
        UseCase useCase = UseCase.of("features: {a: {requires: [b]}, b: {}}\n", """
                grandparent: {exclude: [b]}
                parent: {extends: grandparent, include: [a]}
                p: {extends: parent}
                """);

        assertThat(UseCase.clashes(useCase.refusedOn(LINUX))).containsExactly("grandparent excludes b, parent asks a");
    }
}
