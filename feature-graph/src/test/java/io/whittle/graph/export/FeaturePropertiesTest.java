package io.whittle.graph.export;

import io.whittle.graph.catalog.CatalogReader;
import io.whittle.graph.catalog.FeatureCatalog;
import io.whittle.graph.catalog.Platform;
import io.whittle.graph.resolve.Request;
import io.whittle.graph.resolve.Resolution;
import io.whittle.graph.resolve.Resolver;
import org.junit.jupiter.api.Test;

import java.io.StringReader;
import java.nio.file.Path;
import java.util.Properties;

import static org.assertj.core.api.Assertions.assertThat;

/** What tells a program its features. */
class FeaturePropertiesTest {
    private static final String CATALOG = """
            schema: 1
            features:
              peer-api: {requires: [net]}
              net: {}
              desktop: {}
            profiles:
              router: {include: [peer-api]}
              gateway: {include: [peer-api]}
            """;

    @Test
    void everyFeatureStandsInItOneALineByName() throws Exception {
        assertThat(FeatureProperties.of(resolution("router")).text()).isEqualTo("""
                        # The features of this application. Written by Whittle.
                        profile=router
                        platform=linux/arm/v7
                        feature.desktop=out
                        feature.net=in
                        feature.peer-api=in
                        """);
    }

    @Test
    void javaReadsIt() throws Exception {
        Properties read = new Properties();
        read.load(new StringReader(FeatureProperties.of(resolution("router")).text()));

        assertThat(read)
                .containsEntry("platform", "linux/arm/v7")
                .containsEntry("feature.peer-api", "in")
                .containsEntry("feature.desktop", "out")
                .hasSize(5);
    }

    @Test
    void ofAnImageItIsTheSameForEveryProfileThatComesToIt() throws Exception {
        String ofRouter = FeatureProperties.ofImage(resolution("router")).text();

        assertThat(ofRouter)
                .isEqualTo(FeatureProperties.ofImage(resolution("gateway")).text())
                .doesNotContain("profile=");
    }

    private static Resolution resolution(String profile) throws Exception {
        FeatureCatalog catalog =
                CatalogReader.read(Path.of("feature-tags.yaml"), CATALOG).catalog();
        return Resolver.resolve(catalog, new Request(profile, Platform.parse("linux/arm/v7")));
    }
}
