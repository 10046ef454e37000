package io.whittle.graph.resolve;

import io.whittle.graph.catalog.FeatureCatalog;
import io.whittle.graph.catalog.Platform;
import io.whittle.graph.catalog.PlatformCondition;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;

class ResolverTest {
    @Test
    void whatIsRequiredComesAlongAndSaysWhoBroughtIt() throws UnresolvableException {
        PlatformCondition always = PlatformCondition.ALWAYS;
        FeatureCatalog catalog = Models.catalog(
                List.of(),
                Map.of(
                        "dns",
                                Models.feature(
                                        "dns", false, always, List.of(Models.edge("netstack", always)), List.of()),
                        "netstack", Models.feature("netstack", false, always, List.of(), List.of()),
                        "ssh", Models.feature("ssh", false, always, List.of(), List.of())),
                Map.of(
                        "minimal",
                        Models.profile(
                                "minimal", Optional.empty(), false, List.of(Models.word("dns", always)), List.of())));

        Resolution resolution = Resolver.resolve(catalog, new Request("minimal", Platform.parse("linux/amd64")));

        assertThat(resolution.in()).containsExactly("dns", "netstack");
        assertThat(resolution.out()).containsExactly("ssh");
        assertThat(resolution.features().get("netstack").reason())
                .isEqualTo(new Reason.RequiredBy(new Requirement("dns", "netstack", Models.NOWHERE)));
    }
}
