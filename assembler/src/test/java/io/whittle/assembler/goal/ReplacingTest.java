package io.whittle.assembler.goal;

import io.whittle.graph.catalog.CatalogReader;
import io.whittle.graph.catalog.FeatureCatalog;
import io.whittle.graph.resolve.EffectiveProfile;
import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** Artifacts behind modules, as a user names them in one call. */
class ReplacingTest {
    @Test
    void theCallComesBeforeWhatProfilesSayAndCountsForEach() throws Exception {
        FeatureCatalog catalog =
                CatalogReader.read(Path.of("feature-tags.yaml"), """
                        schema: 1
                        profiles:
                          plain: {}
                          parent: {replace: {acme.a: 'org.acme:of-parent', acme.b: 'org.acme:kept'}}
                          child: {extends: parent}
                        """).catalog();
        FeatureCatalog replaced =
                Replacing.of(List.of("acme.a=org.acme:fork:linux")).in(catalog);

        for (String profile : List.of("plain", "parent", "child")) {
            assertThat(EffectiveProfile.of(replaced, profile)
                            .replace()
                            .get("acme.a")
                            .value()
                            .text())
                    .as(profile)
                    .isEqualTo("org.acme:fork:linux");
        }
        assertThat(EffectiveProfile.of(replaced, "child").replace()).containsOnlyKeys("acme.a", "acme.b");
        assertThat(Replacing.of(List.of()).in(catalog)).isSameAs(catalog);
    }

    @Test
    void everyWordThatPutsNothingBehindAModuleIsTold() {
        GoalException refused = catchThrowableOfType(
                GoalException.class,
                () -> Replacing.of(
                        List.of("acme.a", "acme.b=org.acme", "acme.c=org.acme:x", "acme.c=org.acme:y", "=org.acme:z")));

        assertThat(refused.faults()).hasSize(4);
        assertThat(refused.faults().get(0))
                .isEqualTo("whittle.replace has 'acme.a', which puts nothing behind a module.\n"
                        + "  Write <module>=<group>:<artifact>[:<classifier>], such as acme.codec=org.acme:codec-fork;"
                        + " several are separated by commas.");
        assertThat(refused.faults())
                .anySatisfy(fault -> assertThat(fault).startsWith("whittle.replace names acme.c twice"));
    }
}
