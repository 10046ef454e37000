package io.whittle.graph.resolve;

import io.whittle.graph.catalog.Platform;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class AllowlistTest {
    private static final String ROUTER = """
            base: {modules: [outpost.daemon], requires: [health]}
            features:
              health: {modules: [outpost.health]}
              dns: {requires: [netstack], modules: [outpost.dns]}
              netstack: {requires: [tun], modules: [outpost.netstack]}
              tun: {modules: [outpost.tun]}
              exitnode: {requires: [peerapi, dns]}
              peerapi: {internal: true}
            """;

    @Test
    void justWhatIsAskedForIsInAndNoRequirementIsFollowed() throws UnresolvableException {
        Allowlist allowlist = allowlist(ROUTER, "p: {include: [dns, exitnode]}", "linux/amd64");

        assertThat(allowlist.built().in()).containsExactly("dns", "exitnode", "health");
        assertThat(allowlist.built().modules()).containsOnlyKeys("outpost.daemon", "outpost.dns", "outpost.health");
        assertThat(UseCase.reason(allowlist.built(), "netstack")).isEqualTo("NotAskedFor");
    }

    @Test
    void everyDeclaredEdgeItBreaksIsAGapAndWhatTheClosureHasBeyondIsMissingWithItsChain() throws UnresolvableException {
        Allowlist allowlist = allowlist(ROUTER, "p: {include: [dns, exitnode]}", "linux/amd64");

        assertThat(allowlist.gaps())
                .extracting(gap -> gap.feature() + " > " + gap.required() + " " + gap.place())
                .containsExactly("dns > netstack 5:20", "exitnode > peerapi 8:25");
        assertThat(allowlist.missing().keySet()).containsExactly("netstack", "peerapi", "tun");
        assertThat(UseCase.chain(allowlist.missing().get("tun"))).isEqualTo("dns > netstack > tun");
    }

    @Test
    void anAllowlistThatHappensToBeClosedHasNoGaps() throws UnresolvableException {
        Allowlist allowlist = allowlist(ROUTER, "p: {include: [dns, netstack, tun]}", "linux/amd64");

        assertThat(allowlist.gaps()).isEmpty();
        assertThat(allowlist.missing()).isEmpty();
    }

    @Test
    void whereFollowingRequirementsWouldFailTheAllowlistBuildsAllTheSame() throws UnresolvableException {
        Allowlist allowlist = allowlist(ROUTER, "p: {include: [dns], exclude: [netstack]}", "linux/amd64");

        assertThat(allowlist.built().in()).containsExactly("dns", "health");
        assertThat(UseCase.reason(allowlist.built(), "netstack")).isEqualTo("ExcludedBy");
        assertThat(allowlist.gaps()).hasSize(1);
    }

    @Test
    void allBringsEveryPublicFeatureAndNothingElse() throws UnresolvableException {
        Allowlist allowlist = allowlist(ROUTER, "p: {include: all, exclude: [tun]}", "linux/amd64");

        assertThat(allowlist.built().in()).containsExactly("dns", "exitnode", "health", "netstack");
        assertThat(allowlist.gaps())
                .extracting(gap -> gap.feature() + " > " + gap.required())
                .containsExactly("exitnode > peerapi", "netstack > tun");
    }

    @Test
    void whatIsAskedForByNameAndNotAvailableByItsOwnWordIsRefusedHereToo() {
        assertThatThrownBy(
                        () -> allowlist("features: {tun: {platforms: linux}}\n", "p: {include: [tun]}", "macos/arm64"))
                .isInstanceOf(UnresolvableException.class)
                .hasMessageContaining("tun is not available on macos/arm64, but p asks for tun");
    }

    @Test
    void whatBaseRequiresItselfCannotBeExcludedHereEither() {
        assertThatThrownBy(() -> allowlist(ROUTER, "p: {exclude: [health]}", "linux/amd64"))
                .isInstanceOf(UnresolvableException.class)
                .hasMessageContaining("p excludes health, but base needs it");
    }

    private static Allowlist allowlist(String features, String profiles, String platform) throws UnresolvableException {
        return Allowlist.of(UseCase.of(features, profiles).catalog(), new Request("p", Platform.parse(platform)));
    }
}
