package io.whittle.graph.export;

import io.whittle.graph.catalog.FeatureCatalog;
import io.whittle.graph.testing.Golden;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import javax.tools.ToolProvider;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** Templates of the user's own. */
class ExportTemplateTest {
    private static final Path EXAMPLES = Path.of("../docs/templates");

    @ParameterizedTest
    @ValueSource(strings = {"features.h", "features.toml", "Features.java"})
    void theDocumentedExamplesRender(String made) throws Exception {
        Golden.hold("tags/" + made + ".expected", example(made));
    }

    @Test
    void theConstantsCompile(@TempDir Path folder) throws Exception {
        Path source = Files.writeString(folder.resolve("Features.java"), example("Features.java"));

        assertThat(ToolProvider.getSystemJavaCompiler()
                        .run(null, null, null, "-d", folder.toString(), source.toString()))
                .isZero();
    }

    @Test
    void aTemplateIsHandedWhatTheDocumentationSays() throws Exception {
        assertThat(render("${catalog} ${profile} ${platform.name} ${platform.os} ${platform.arch} ${platform.variant}"
                        + " ${platform.libc} ${strategy} ${tags?join(',')} ${features[4].name} ${features[4].symbol}"
                        + " ${features[4].in} ${features[4].internal} ${features[4].tag}"))
                .isEqualTo("light small linux/arm/v7/musl linux arm v7 musl closure"
                        + " no_debug,no_debugbus,no_green,no_soft_router,with_shell net net true false no_net");
    }

    @Test
    void aCatalogueThatDoesNotSpeakOfTagsHasTemplatesAllTheSame() throws Exception {
        FeatureCatalog catalog =
                Light.catalog(Light.TEXT.replaceFirst("tags: .*", "").replace("tag: included, ", ""));
        ExportTemplate template = ExportTemplate.read(Path.of("t.ftl"), "${features[0].name}${tags???c}");

        assertThat(template.render(catalog, Light.small(catalog, "linux/amd64"), "closure", Optional.empty()))
                .isEqualTo("debugfalse");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "${\"freemarker.template.utility.Execute\"?new()(\"id\")} | 1:1",
                "x${\"java.lang.Runtime\"?new()} | 1:2",
                "${profile?api.getClass()} | 1:3",
                "${profile.class.name} | 1:3",
                "<#include \"/etc/passwd\"> | 1:1",
                "<#import \"other.ftl\" as o> | 1:1",
                "${\"<#include 'x'>\"?interpret} | 1:3"
            })
    void aTemplateReachesNothingBesides(String text, String place) {
        assertThat(refused(text)).startsWith("t.ftl:" + place + ": error: ");
    }

    @Test
    void whatIsNotThereIsToldWithWhatIs() {
        assertThat(refused("line\n  ${profil}\n"))
                .isEqualTo("t.ftl:2:5: error: there is no 'profil'; a template is handed catalog, profile, platform,"
                        + " strategy, features and, where the catalogue has 'tags', tags\n"
                        + "      ${profil}\n"
                        + "        ^");
    }

    @Test
    void whatCannotBeReadIsToldAtItsPlace() {
        assertThat(refused("a\n<#list features as f>\n"))
                .startsWith("t.ftl:2:22: error: this template cannot be read: ");
        assertThat(refused("${profile?upper}")).startsWith("t.ftl:1:").contains("cannot be read");
    }

    @Test
    void aTemplateWithoutAnEndIsTold() {
        assertThat(refused("<#macro m><@m/></#macro><@m/>")).contains("calls itself without an end");
    }

    private static String example(String made) throws Exception {
        Path file = EXAMPLES.resolve(made + ".ftl");
        FeatureCatalog catalog = Light.catalog();
        return ExportTemplate.read(file, Files.readString(file))
                .render(catalog, Light.small(catalog, "linux/amd64"), "closure", Optional.of(Light.names(catalog)));
    }

    private static String render(String text) throws TemplateFaultException {
        FeatureCatalog catalog = Light.catalog();
        return ExportTemplate.read(Path.of("t.ftl"), text)
                .render(
                        catalog,
                        Light.small(catalog, "linux/arm/v7/musl"),
                        "closure",
                        Optional.of(Light.names(catalog)));
    }

    private static String refused(String text) {
        return catchThrowableOfType(TemplateFaultException.class, () -> render(text))
                .getMessage();
    }
}
