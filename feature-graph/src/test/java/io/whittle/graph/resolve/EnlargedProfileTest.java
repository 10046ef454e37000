package io.whittle.graph.resolve;

import io.whittle.graph.catalog.CatalogReader;
import io.whittle.graph.catalog.FeatureCatalog;
import io.whittle.graph.catalog.Platform;
import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A profile that asks for more, as if its text did. */
class EnlargedProfileTest {
    private static final Platform PLATFORM = Platform.parse("linux/amd64");
    private static final String TEXT = """
            schema: 1
            base: {jdkModules: [java.sql]}
            features:
              app: {}
              dns: {requires: [netstack]}
              netstack: {internal: true}
              logs: {fallback: {modules: [filter]}}
            profiles:
              small: {include: [app], exclude: {logs: wear}, forbid: {modules: [java.desktop]}}
              smaller: {extends: small}
            """;

    @Test
    void whatIsAddedComesInWithAllItRequires() throws Exception {
        Resolution enlarged = resolve("small", Set.of("dns", "logs"), Set.of("jdk.zipfs"));

        assertThat(enlarged.in()).containsExactly("app", "dns", "logs", "netstack");
        assertThat(enlarged.jdkModules().keySet()).containsExactly("java.sql", "jdk.zipfs");
        assertThat(enlarged.modules()).isEmpty();
        assertThat(enlarged.profile().forbid()).containsKey("java.desktop");
    }

    @Test
    void anInternalFeatureCanBeAskedForToo() throws Exception {
        assertThat(resolve("small", Set.of("netstack"), Set.of()).in()).containsExactly("app", "netstack");
    }

    @Test
    void whatAParentRulesOutComesInForTheChildAlone() throws Exception {
        assertThat(resolve("smaller", Set.of("logs"), Set.of()).in()).containsExactly("app", "logs");

        FeatureCatalog enlarged = EnlargedProfile.of(catalog(), "smaller", Set.of("logs"), Set.of());
        assertThat(Resolver.resolve(enlarged, new Request("small", PLATFORM)).in())
                .containsExactly("app");
    }

    @Test
    void withNothingMoreItIsTheSame() throws Exception {
        assertThat(EnlargedProfile.of(catalog(), "small", Set.of(), Set.of())).isEqualTo(catalog());
    }

    @Test
    void aProfileThatIsNoneIsRefused() {
        assertThatThrownBy(() -> EnlargedProfile.of(catalog(), "smal", Set.of(), Set.of()))
                .isInstanceOf(UnknownProfileException.class)
                .hasMessageContaining("did you mean small?");
    }

    private static Resolution resolve(String profile, Set<String> features, Set<String> jdkModules) throws Exception {
        FeatureCatalog enlarged =
                EnlargedProfile.of(catalog(), profile, new TreeSet<>(features), new TreeSet<>(jdkModules));
        return Resolver.resolve(enlarged, new Request(profile, PLATFORM));
    }

    private static FeatureCatalog catalog() throws Exception {
        return CatalogReader.read(Path.of("feature-tags.yaml"), TEXT).catalog();
    }
}
