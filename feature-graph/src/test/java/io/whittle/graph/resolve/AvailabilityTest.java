package io.whittle.graph.resolve;

import io.whittle.graph.catalog.Place;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AvailabilityTest {
    private static final String LINUX = "linux/amd64";
    private static final String MACOS = "macos/arm64";
    private static final String FIREWALL = """
            features:
              firewall: {requires: [forwarding]}
              forwarding: {requires: [iptables]}
              iptables: {platforms: linux}
              ssh: {}
            """;

    @Test
    void whatRequiresSomethingUnavailableIsUnavailableThere() {
        UseCase useCase = UseCase.of(FIREWALL, "p: {include: [ssh]}");

        assertThat(UseCase.reason(useCase.on(MACOS), "iptables")).isEqualTo("NotAvailable");
        assertThat(UseCase.reason(useCase.on(MACOS), "firewall"))
                .isEqualTo("RequiresUnavailable firewall > forwarding > iptables");
        assertThat(UseCase.reason(useCase.on(LINUX), "firewall")).isEqualTo("NotAskedFor");
    }

    @Test
    void askedForByNameItIsAnErrorWithTheChain() {
        assertThat(UseCase.of(FIREWALL, "p: {include: [firewall]}").refusedOn(MACOS))
                .hasMessage("""
                        feature-tags.yaml:8:17: error: firewall is not available on macos/arm64, but p asks for firewall:
                              p: {include: [firewall]}
                                            ^
                          because forwarding requires iptables (feature-tags.yaml:4:27) and iptables exists only where \
                        linux (feature-tags.yaml:5:3), forwarding cannot be in
                          and because firewall requires forwarding (feature-tags.yaml:3:25), firewall cannot be in
                          and because p asks for firewall (feature-tags.yaml:8:17), p cannot be had on macos/arm64
                        write {feature: firewall, when: linux} under 'include' of p
                        or, if forwarding works without iptables elsewhere, let it require iptables only there: \
                        {feature: iptables, when: linux}""");
    }

    @Test
    void askedForByNameWithTheConditionTheMendProposesItIsFine() {
        UseCase useCase = UseCase.of(FIREWALL, "p: {include: [ssh, {feature: firewall, when: linux}]}");

        assertThat(useCase.on(LINUX).in()).containsExactly("firewall", "forwarding", "iptables", "ssh");
        assertThat(useCase.on(MACOS).in()).containsExactly("ssh");
    }

    @Test
    void aWordThatCountsOnlyElsewhereIsNamed() {
        Resolution resolution = UseCase.of(FIREWALL, "p: {include: [{feature: ssh, when: linux}]}")
                .on(MACOS);

        assertThat(resolution.features().get("ssh").reason())
                .isInstanceOfSatisfying(
                        Reason.NotAskedFor.class,
                        reason -> assertThat(reason.elsewhere())
                                .hasValueSatisfying(
                                        word -> assertThat(word.word().when()).hasToString("linux")));
    }

    @Test
    void reachedByAllItIsLeftOutAndSaid() {
        Resolution resolution = UseCase.of(FIREWALL, "p: {include: all}").on(MACOS);

        assertThat(resolution.in()).containsExactly("ssh");
        assertThat(UseCase.reason(resolution, "forwarding")).isEqualTo("RequiresUnavailable forwarding > iptables");
    }

    @Test
    void aRequirementOnSomethingUnavailableIsNoneWhereItsConditionDoesNotHold() {
        UseCase useCase = UseCase.of("""
                features:
                  firewall: {requires: [{feature: iptables, when: linux}]}
                  iptables: {platforms: linux}
                """, "p: {include: [firewall]}");

        assertThat(useCase.on(MACOS).in()).containsExactly("firewall");
        assertThat(useCase.on(LINUX).in()).containsExactly("firewall", "iptables");
    }

    @Test
    void withVariantsItIsAvailableWhereOneFitsAndTheVariantAddsToTheTopLevel() {
        UseCase useCase = UseCase.of("""
                features:
                  osrouter:
                    modules: [router.api]
                    requires: [bus]
                    variants:
                      - {when: linux, modules: [router.linux], requires: [netlink]}
                      - {when: netbsd | openbsd, modules: [router.bsd]}
                  bus: {}
                  netlink: {}
                """, "p: {include: [osrouter]}");

        Resolution linux = useCase.on(LINUX);
        assertThat(linux.in()).containsExactly("bus", "netlink", "osrouter");
        assertThat(linux.modules()).containsOnlyKeys("router.api", "router.linux");
        assertThat(linux.modules().get("router.linux")).isInstanceOf(Ownership.ByVariant.class);
        assertThat(useCase.on("openbsd/amd64").in()).containsExactly("bus", "osrouter");
        assertThat(useCase.on("openbsd/amd64").modules()).containsOnlyKeys("router.api", "router.bsd");
        assertThat(useCase.refusedOn(MACOS))
                .hasMessageContaining("osrouter exists only where linux or netbsd or openbsd");
    }

    @Test
    void whatBaseRequiresAndThePlatformLacksIsAnErrorOfTheCatalogue() {
        UseCase useCase =
                UseCase.of("base: {requires: [iptables]}\nfeatures: {iptables: {platforms: linux}}\n", "p: {}");

        assertThat(useCase.refusedOn(MACOS))
                .hasMessageContaining("iptables is not available on macos/arm64, but base needs it:")
                .hasMessageContaining("let base require iptables only there: {feature: iptables, when: linux}");
    }

    @Test
    void everyFaultComesAtOnceInTheOrderOfTheFile() {
        UseCase useCase = UseCase.of(FIREWALL, """
                p:
                  include: [iptables, ssh, firewall]
                  exclude: [forwarding]
                """);

        assertThat(useCase.refusedOn(MACOS).faults())
                .extracting(fault -> ((Fault.Clash) fault).statements().size() + " at " + fault.place())
                .containsExactly("2 at 9:15", "2 at 10:15");
        assertThat(((Fault.Clash) useCase.refusedOn(MACOS).faults().get(0)).alike())
                .extracting(Statement::place)
                .containsExactly(new Place(9, 30));
    }

    @Test
    void aCircleThatRequiresSomethingUnavailableIsUnavailableAsAWhole() {
        Resolution resolution = UseCase.of("""
                        features:
                          a: {requires: [b]}
                          b: {requires: [a, tun]}
                          tun: {platforms: linux}
                        """, "p: {include: all}").on(MACOS);

        assertThat(resolution.in()).isEmpty();
        assertThat(UseCase.reason(resolution, "a")).isEqualTo("RequiresUnavailable a > b > tun");
    }
}
