package io.whittle.graph.explain;

import io.whittle.graph.catalog.CatalogReader;
import io.whittle.graph.catalog.FeatureCatalog;
import io.whittle.graph.catalog.Platform;
import io.whittle.graph.resolve.CheckScope;
import io.whittle.graph.resolve.Request;
import io.whittle.graph.resolve.Resolution;
import io.whittle.graph.resolve.Resolver;
import org.junit.jupiter.api.Test;

import java.nio.file.Path;

import static org.assertj.core.api.Assertions.assertThat;

/** Why a check is not asked is said with the reason for which its features are out. */
class ApplicabilityTextTest {
    @Test
    void everyHindranceIsSaidWithItsReason() throws Exception {
        FeatureCatalog catalog =
                CatalogReader.read(Path.of("feature-tags.yaml"), """
                schema: 1
                features:
                  cli: {}
                  dns: {checks: [magicdns]}
                profiles: {p: {exclude: {dns: resolved does it}}}
                checks:
                  magicdns: {with: [cli], when: windows or macos, run: [dig]}
                  plain: {run: [app]}
                """).catalog();
        Resolution resolution = Resolver.resolve(catalog, new Request("p", Platform.parse("linux/amd64")));
        CheckScope scope = CheckScope.of(catalog, resolution);

        assertThat(ApplicabilityText.reasons(resolution, scope.checks().get("magicdns")))
                .containsExactly(
                        "it is for windows or macos, and this is linux/amd64",
                        "cli is out: not asked for",
                        "dns, which it proves, is out: excluded by p (resolved does it)");
        assertThat(ApplicabilityText.reasons(resolution, scope.checks().get("plain")))
                .isEmpty();
    }
}
