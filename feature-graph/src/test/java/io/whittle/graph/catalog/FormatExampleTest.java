package io.whittle.graph.catalog;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.nio.file.Path;

import static org.assertj.core.api.Assertions.assertThat;

/** The example of the format's documentation reads without faults, and every word of it arrives in the model. */
class FormatExampleTest {
    private static CatalogReading reading;
    private static FeatureCatalog catalog;

    @BeforeAll
    static void read() throws CatalogException {
        reading = CatalogReader.read(Path.of("src/test/resources/catalogs/good/format.yaml"));
        catalog = reading.catalog();
    }

    @Test
    void namesAndBaseAreRead() {
        assertThat(catalog.name()).hasToString("Optional[outpost]");
        assertThat(catalog.base().body().modules()).hasToString("[outpost.daemon]");
    }

    @Test
    void aFeatureWithoutValueAndOneWithAnEmptyMappingAreTheSame() {
        assertThat(catalog.features().get("ssh").body()).isEqualTo(FeatureBody.EMPTY);
    }

    @Test
    void entriesKeepTheirConditionsAndPlaces() {
        Edge edge = catalog.features().get("advertiseroutes").body().requires().get(1);
        assertThat(edge.target()).isEqualTo(new Mention("netstack", new Place(26, 19)));
        assertThat(edge.when()).hasToString("macos or freebsd or openbsd");
    }

    @Test
    void variantsFallbackConflictsAutoAndDynamicAreRead() {
        Feature router = catalog.features().get("osrouter");
        assertThat(router.variants()).hasSize(2);
        assertThat(router.bodyOn(Platform.parse("netbsd/amd64")).orElseThrow().modules())
                .hasToString("[outpost.router.bsd]");
        assertThat(catalog.features().get("logtail").fallback()).hasToString("[outpost.logfilter]");
        Conflict conflict = catalog.features().get("tap").conflicts().get(0);
        assertThat(conflict.because()).contains("both own the receive queue");
        assertThat(catalog.features().get("httpdns").auto()).hasToString("[dns, peerapiserver]");
        assertThat(catalog.features().get("tls").dynamic().get(0).loads()).hasToString("com.acme.TlsProvider");
        assertThat(catalog.features().get("metrics").recommends()).hasSize(1);
        assertThat(catalog.features().get("metrics").ifPresent()).hasToString("[dns]");
        assertThat(catalog.features().get("cli").tag()).contains(TagSpelling.INCLUDED);
        assertThat(catalog.features().get("c2n").internal()).isTrue();
    }

    @Test
    void aQuestionMarkIsNotPartOfTheModulesName() {
        JdkModule module = catalog.features().get("tls").body().jdkModules().get(0);
        assertThat(module.module().text()).isEqualTo("jdk.crypto.ec");
        assertThat(module.whereItExists()).isTrue();
    }

    @Test
    void imageOptionsAreRead() {
        Launcher launcher = catalog.image().launchers().get("outpostd");
        assertThat(launcher.jvm()).containsExactly("-XX:+UseSerialGC");
        assertThat(launcher.args()).isEmpty();
        assertThat(catalog.image().compress()).hasToString("Optional[zip-6]");
        assertThat(catalog.image().strip()).hasToString("Optional[[java-debug]]");
    }

    @Test
    void profilesAreRead() {
        Profile minimal = catalog.profiles().get("minimal");
        assertThat(minimal.include()).hasSize(4);
        assertThat(minimal.include().get(3).when()).hasToString("linux");
        assertThat(minimal.exclude().get(1).because()).contains("wears out the flash");
        assertThat(minimal.forbid()).hasToString("[java.desktop]");
        assertThat(minimal.platforms().orElseThrow())
                .extracting(PlatformMention::platform)
                .hasToString("[linux/amd64, linux/arm64, linux/arm/v7]");
        assertThat(minimal.budgets().get("image").amount()).isEqualTo(40L << 20);
        assertThat(minimal.budgets().get("start").amount()).isEqualTo(700);
        assertThat(catalog.profiles().get("full").includeAll()).isPresent();
        assertThat(catalog.profiles().get("field").parent()).hasToString("Optional[minimal]");
    }

    @Test
    void checksAndTagsAreRead() {
        Check check = catalog.checks().get("magicdns");
        assertThat(check.start().orElseThrow().words()).hasToString("[outpostd, --netmap, netmap.json]");
        Ask.Step step = ((Ask.Steps) check.ask()).steps().get(0);
        assertThat(step.words()).hasToString("[outpost, dig, router.tail.example, @100.100.100.100]");
        assertThat(step.expect().exit()).isZero();
        assertThat(step.expect().withinMillis()).contains(5000L);
        assertThat(catalog.tags().omitted()).hasToString("Optional[ts_omit_{name}]");
    }

    @Test
    void nothingInItIsWarnedOf() {
        assertThat(reading.warnings()).isEmpty();
    }
}
