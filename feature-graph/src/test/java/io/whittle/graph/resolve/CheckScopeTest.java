package io.whittle.graph.resolve;

import io.whittle.graph.catalog.Place;
import io.whittle.graph.catalog.Platform;
import io.whittle.graph.resolve.Applicability.FeatureOut;
import io.whittle.graph.resolve.Applicability.OtherPlatform;
import io.whittle.graph.resolve.Applicability.Role;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** A check is asked where all it needs and all it proves is in and its condition holds, and nowhere else. */
class CheckScopeTest {
    private static final String FEATURES = """
            features:
              cli: {}
              dns: {requires: [netstack], checks: [magicdns, names]}
              exit: {checks: [magicdns]}
              netstack: {internal: true}
              router: {platforms: linux, checks: [routes]}
            checks:
              magicdns: {with: [cli, exit], run: [dig]}
              names: {with: [cli], run: [dig]}
              plain: {run: [app]}
              routes: {when: linux and amd64, run: [ip]}
            """;

    @Test
    void withAllInEveryCheckIsApplicable() {
        CheckScope scope = scope("include: [cli, dns, exit, router]", "linux/amd64");

        assertThat(scope.checks().keySet()).containsExactly("magicdns", "names", "plain", "routes");
        assertThat(scope.checks().values()).allMatch(Applicability::applicable);
        assertThat(scope.withoutCheck()).containsExactly("cli", "netstack");
        assertThat(scope.onlyInapplicable()).isEmpty();
    }

    @Test
    void whatACheckNeedsAndWhatItProvesStandsAgainstItWhenOut() {
        CheckScope scope = scope("include: [dns]", "linux/amd64");

        assertThat(scope.checks().get("names").hindrances())
                .containsExactly(new FeatureOut("cli", Role.NEEDED, new Place(10, 18)));
        assertThat(scope.checks().get("plain").applicable()).isTrue();
        assertThat(scope.checks().get("routes").hindrances())
                .containsExactly(new FeatureOut("router", Role.PROVED, new Place(7, 39)));
    }

    @Test
    void aFeatureThatIsNeededAndProvedIsToldOnceAndAllAreToldByName() {
        CheckScope scope = scope("include: [netstack]", "linux/amd64");

        assertThat(scope.checks().get("magicdns").hindrances())
                .containsExactly(
                        new FeatureOut("cli", Role.NEEDED, new Place(9, 21)),
                        new FeatureOut("dns", Role.PROVED, new Place(4, 40)),
                        new FeatureOut("exit", Role.NEEDED, new Place(9, 26)));
    }

    @Test
    void theConditionIsHeldAgainstThePlatformOfTheImage() {
        CheckScope scope = scope("include: [router]", "linux/arm64");

        assertThat(scope.checks().get("routes").hindrances())
                .singleElement()
                .isInstanceOfSatisfying(OtherPlatform.class, other -> {
                    assertThat(other.when()).hasToString("linux and amd64");
                    assertThat(other.platform()).isEqualTo(Platform.parse("linux/arm64"));
                });
    }

    @Test
    void aFeatureWhoseChecksAreAllInapplicableIsNoFeatureWithoutCheck() {
        CheckScope scope = scope("include: [dns, router]", "linux/arm64");

        assertThat(scope.withoutCheck()).containsExactly("netstack");
        assertThat(scope.onlyInapplicable()).containsExactly("dns", "router");
    }

    @Test
    void oneApplicableCheckIsEnough() {
        CheckScope scope = scope("include: [dns, cli]", "linux/amd64");

        assertThat(scope.checks().get("magicdns").applicable()).isFalse();
        assertThat(scope.checks().get("names").applicable()).isTrue();
        assertThat(scope.onlyInapplicable()).isEmpty();
    }

    private static CheckScope scope(String profile, String platform) {
        UseCase useCase = UseCase.of(FEATURES, "p: {" + profile + "}\n");
        return CheckScope.of(useCase.catalog(), useCase.on(platform));
    }
}
