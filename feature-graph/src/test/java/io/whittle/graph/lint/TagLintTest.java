package io.whittle.graph.lint;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.whittle.graph.catalog.FeatureCatalog;
import io.whittle.graph.catalog.Platform;
import io.whittle.graph.export.Light;
import io.whittle.graph.resolve.Resolution;
import io.whittle.graph.testing.Golden;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import static org.assertj.core.api.Assertions.assertThat;

/** What a list of tags is told. */
class TagLintTest {
    private static final String SOUND = "no_debug,no_debugbus,no_green,no_soft_router,with_shell";

    @Test
    void aSoundListIsToldOnlyWhatItLeavesOn() {
        assertThat(told(SOUND, "linux/amd64"))
                .containsExactly("l:1:56: info: left on without a word, since no tag leaves them out: hard-router, net,"
                        + " power, raw-socket, red");
    }

    @Test
    void aBrokenRequirementIsToldWhereTheListBreaksIt() {
        assertThat(told("no_raw_socket," + SOUND, "linux/amd64"))
                .contains(
                        "l:1:1: error: net requires raw-socket (feature-tags.yaml:8:30), and the list leaves that out;"
                                + " remove no_raw_socket, or write no_net");
    }

    @Test
    void whatBaseRequiresIsNoExtra() {
        assertThat(told("no_power no_net " + SOUND, "linux/amd64"))
                .contains("l:1:1: error: base requires power (feature-tags.yaml:4:19), and the list leaves that out;"
                        + " remove no_power");
    }

    @Test
    void aRequirementOfAnotherPlatformIsNone() {
        assertThat(told("no_raw_socket no_hard_router no_debug no_debugbus no_green", "macos/arm64"))
                .noneMatch(line -> line.contains("error"));
    }

    @Test
    void aNeedWithoutAProviderIsTold() {
        assertThat(told("no_hard_router " + SOUND, "linux/amd64"))
                .contains(
                        "l:1:1: error: net needs a provider of router (feature-tags.yaml:8:72), and the list leaves all"
                                + " of them out; remove no_hard_router, or remove no_soft_router, or write no_net");
        assertThat(told("no_soft_router no_debug no_debugbus no_green", "windows/amd64"))
                .contains(
                        "l:1:1: error: net needs a provider of router (feature-tags.yaml:8:72), and the list leaves all"
                                + " of them out; remove no_soft_router, or write no_net");
    }

    @Test
    void twoThatConflictAndTwoOfOneKindAreTold() {
        assertThat(told("no_debugbus no_soft_router", "linux/amd64"))
                .contains(
                        "l:1:27: error: hard-router and debug are kept, and they conflict (it is slow)"
                                + " (feature-tags.yaml:13:57); write no_hard_router, or write no_debug",
                        "l:1:27: error: red and green are kept, and only one provider of colour may be in"
                                + " (feature-tags.yaml:18:3); write no_red, or write no_green");
    }

    @Test
    void aTagThatNoFeatureKnowsIsToldWithTheNearest() {
        assertThat(told(SOUND + " no_ent no_xyzzy netgo nodebug raw-socket no_raw-socket", "linux/amd64"))
                .contains(
                        unknown("1:57", "error", "no_ent", "did you mean no_net?"),
                        unknown("1:64", "error", "no_xyzzy", "remove it, or add the feature to the catalogue"),
                        unknown("1:73", "warning", "netgo", "if it is for something else than a feature, leave it"),
                        unknown("1:79", "error", "nodebug", "did you mean no_debug?"),
                        unknown("1:87", "error", "raw-socket", "did you mean no_raw_socket?"),
                        unknown("1:98", "error", "no_raw-socket", "did you mean no_raw_socket?"));
    }

    @Test
    void theRestOfATagIsKnownForWhatItIs() {
        String kept = "no_green,no_soft_router,no_hard_router";
        assertThat(told("bus," + kept, "linux/amd64"))
                .contains(
                        "l:1:1: error: no feature knows the tag bus: it is what is left of no_debugbus when 'no_debug' is"
                                + " taken out as text, to keep debug; so debugbus is on; write no_debugbus here,"
                                + " and take out whole tags only");
        assertThat(told("no_bus," + kept, "linux/amd64"))
                .anyMatch(line -> line.startsWith("l:1:1: error: no feature knows the tag no_bus: it is what is left of"
                        + " no_debugbus when 'debug' is taken out"));
        // Without debug nothing was taken out.
        assertThat(told("bus,no_debug," + kept, "linux/amd64"))
                .contains(unknown("1:1", "warning", "bus", "if it is for something else than a feature, leave it"));
    }

    @Test
    void theWrongPolarityIsTold() {
        assertThat(told(SOUND + " no_shell with_net", "linux/amd64"))
                .contains(
                        "l:1:57: error: no_shell does nothing: shell is out unless with_shell is written; remove it, and"
                                + " where the feature is wanted write with_shell",
                        "l:1:66: error: with_net does nothing: net is in unless no_net is written; remove it");
    }

    @Test
    void aTagTwiceIsTold() {
        assertThat(told(SOUND + "\nno_debug", "linux/amd64"))
                .contains("l:2:1: warning: no_debug stands already at 1:1; remove one of the two");
    }

    @Test
    void whatTheProfileDoesNotBringIsToldAndWhatItBringsAndTheListDoesNot() {
        TagReport report = lint("no_red,no_debugbus,no_soft_router,no_hard_router,with_shell", "linux/amd64", true);

        assertThat(report.findings())
                .filteredOn(finding -> finding instanceof TagFinding.LeftOn || finding instanceof TagFinding.LeftOut)
                .extracting(TagLintTest::line)
                .containsExactly(
                        "l:1:1: error: small brings red, and the list leaves it out; remove no_red",
                        "l:1:35: error: small brings hard-router, and the list leaves it out; remove no_hard_router",
                        "l:1:60: warning: left on, and small does not bring: debug, green; write no_debug, write no_green");
    }

    @Test
    void whatCannotBeHadOnAPlatformIsNotKeptThere() {
        assertThat(lint("", "macos/arm64", false).kept()).doesNotContain("hard-router", "raw-socket");
        FeatureCatalog catalog = Light.catalog("""
                schema: 1
                tags: {omitted: 'no_{name}'}
                features: {a: {requires: [b], needs: [c]}, b: {platforms: macos}}
                capabilities: {c: {providers: [b]}}
                """);
        TagReport report =
                TagLint.of(catalog, Light.names(catalog), list(""), Platform.parse("linux/amd64"), Optional.empty());
        assertThat(report.findings().stream()
                        .map(finding -> new TagFindingText(catalog.source(), Light.names(catalog))
                                .of(finding)
                                .text()))
                .contains(
                        "a requires b (feature-tags.yaml:3:27), which cannot be had on this platform; write no_a",
                        "a needs a provider of c (feature-tags.yaml:3:39), and none can be had on this platform; write"
                                + " no_a");
        assertThat(report.missing()).isEmpty();
    }

    @Test
    void platformsThatAgreeAreToldOnce() throws IOException {
        FeatureCatalog catalog = Light.catalog();
        TagList list = list("# by hand\n-tags=no_raw_socket,bus,no_green,no_ent");
        List<TagReport> reports = reports(list, "linux/amd64", "macos/arm64", "linux/arm64");

        String text = TagReportText.render(catalog.source(), Light.names(catalog), list, reports).stream()
                .map(part -> part.severity() + " " + part.text() + "\n")
                .collect(Collectors.joining());
        Golden.hold("tags/lint.txt", text);
    }

    @Test
    void theDocumentIsWrittenAsItAlwaysWasAndAgreesWithItsSchema() throws IOException {
        String document = everyKind();

        Golden.hold("tags/lint-tags.json", document);
        assertThat(faults(document)).isEmpty();
        for (String kind : List.of(
                "broken-requirement",
                "broken-need",
                "both-conflict",
                "many-provide",
                "unknown-tag",
                "stripped-tag",
                "contrary-tag",
                "repeated-tag",
                "left-out",
                "left-on")) {
            assertThat(document).contains("\"kind\" : \"" + kind + "\"");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'\"schema\" : 1', '\"schema\" : 2'",
        "'\"kind\" : \"left-out\"', '\"kind\" : \"left-over\"'",
        "'\"severity\" : \"error\"', '\"severity\" : \"fatal\"'",
        "'\"nearest\"', '\"near\"'",
        "'\"column\" : 1,', '\"column\" : 0,'",
        "'\"file\" : \"l\"', '\"file\" : \"a/l\"'"
    })
    void theSchemaRefusesWhatIsNotADocument(String right, String wrong) throws IOException {
        String document = everyKind();

        assertThat(document).contains(right);
        assertThat(faults(document.replace(right, wrong))).isNotEmpty();
    }

    private static String everyKind() {
        FeatureCatalog catalog = Light.catalog();
        TagList list = list("no_raw_socket no_soft_router no_hard_router bus with_red no_ent no_ent");
        TagList other = list("no_red");
        List<TagReport> reports = List.of(lint(list, "linux/amd64", true), lint(other, "linux/amd64", true));
        return LintTagsJson.write(catalog, Light.names(catalog), list, Optional.of("small"), reports);
    }

    private static List<?> faults(String document) throws IOException {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(Path.of("../docs/lint-tags.schema.json")), InputFormat.JSON)
                .validate(document, InputFormat.JSON);
    }

    private static String unknown(String place, String severity, String tag, String advice) {
        return "l:" + place + ": " + severity + ": no feature knows the tag " + tag
                + ", and a build passes such tags by in silence; " + advice;
    }

    private static List<String> told(String tags, String platform) {
        return lint(tags, platform, false).findings().stream()
                .map(TagLintTest::line)
                .toList();
    }

    private static String line(TagFinding finding) {
        FeatureCatalog catalog = Light.catalog();
        return "l:" + finding.place() + ": " + finding.severity().word() + ": "
                + new TagFindingText(catalog.source(), Light.names(catalog))
                        .of(finding)
                        .text();
    }

    private static TagList list(String tags) {
        return TagList.of(Path.of("l"), tags);
    }

    private static List<TagReport> reports(TagList list, String... platforms) {
        return Arrays.stream(platforms)
                .map(platform -> lint(list, platform, false))
                .toList();
    }

    private static TagReport lint(String tags, String platform, boolean againstSmall) {
        return lint(list(tags), platform, againstSmall);
    }

    private static TagReport lint(TagList list, String platform, boolean againstSmall) {
        FeatureCatalog catalog = Light.catalog();
        Optional<Resolution> small = againstSmall ? Optional.of(Light.small(catalog, platform)) : Optional.empty();
        return TagLint.of(catalog, Light.names(catalog), list, Platform.parse(platform), small);
    }
}
