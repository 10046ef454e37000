package io.whittle.graph.resolve;

import io.whittle.graph.catalog.CatalogReader;
import io.whittle.graph.catalog.FeatureCatalog;
import io.whittle.graph.catalog.Platform;
import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.Set;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A profile that asks for more, as if its text did. */
class EnlargedProfileTest {
    private static final Platform PLATFORM = Platform.parse("linux/amd64");
    private static final String TEXT = """
            schema: 1
            base: {jdkModules: [java.sql]}
            features:
              app: {recommends: [manual]}
              dns: {requires: [netstack]}
              netstack: {internal: true}
              logs: {fallback: {modules: [filter]}}
              manual: {}
              tips: {auto: [manual]}
            profiles:
              small: {include: [app], exclude: {logs: wear}, forbid: {modules: [java.desktop]}, image: {strip: [java-debug]}}
              smaller: {extends: small}
            """;

    @Test
    void whatIsAddedComesInWithAllItRequires() throws Exception {
        Resolution enlarged = resolve(EnlargedProfile.of(catalog(), "small", Set.of("dns", "logs")), "small");

        assertThat(enlarged.in()).contains("app", "dns", "logs", "netstack");
        assertThat(enlarged.modules()).isEmpty();
        assertThat(enlarged.profile().forbid()).containsKey("java.desktop");
    }

    @Test
    void anInternalFeatureCanBeAskedForToo() throws Exception {
        assertThat(resolve(EnlargedProfile.of(catalog(), "small", Set.of("netstack")), "small")
                        .in())
                .contains("app", "netstack");
    }

    @Test
    void whatAParentRulesOutComesInForTheChildAlone() throws Exception {
        FeatureCatalog enlarged = EnlargedProfile.of(catalog(), "smaller", Set.of("logs"));

        assertThat(resolve(enlarged, "smaller").in()).contains("app", "logs");
        assertThat(resolve(enlarged, "small").in()).contains("app").doesNotContain("logs");
    }

    @Test
    void withNothingMoreItIsTheSame() throws Exception {
        assertThat(EnlargedProfile.of(catalog(), "small", Set.of())).isEqualTo(catalog());
    }

    @Test
    void exactlyTheseAreInAndNothingComesAlongSoftly() throws Exception {
        assertThat(resolve(catalog(), "smaller").in()).contains("manual");

        FeatureCatalog exact = EnlargedProfile.exactly(
                catalog(), "smaller", Set.of("app", "dns", "netstack"), Set.of("jdk.zipfs"), Set.of("stray"));
        Resolution enlarged = resolve(exact, "smaller");

        assertThat(enlarged.in()).containsExactly("app", "dns", "netstack");
        assertThat(enlarged.modules()).containsOnlyKeys("filter", "stray");
        assertThat(enlarged.jdkModules().keySet()).containsExactly("java.sql", "jdk.zipfs");
        assertThat(enlarged.profile().forbid()).containsKey("java.desktop");
        assertThat(enlarged.profile().image())
                .isEqualTo(resolve(catalog(), "smaller").profile().image());
    }

    @Test
    void aProfileThatIsNoneIsRefused() {
        assertThatThrownBy(() -> EnlargedProfile.of(catalog(), "smal", Set.of()))
                .isInstanceOf(UnknownProfileException.class)
                .hasMessageContaining("did you mean small?");
    }

    private static Resolution resolve(FeatureCatalog catalog, String profile) throws Exception {
        return Resolver.resolve(catalog, new Request(profile, PLATFORM));
    }

    private static FeatureCatalog catalog() throws Exception {
        return CatalogReader.read(Path.of("feature-tags.yaml"), TEXT).catalog();
    }
}
