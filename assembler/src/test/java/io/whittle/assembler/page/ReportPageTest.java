package io.whittle.assembler.page;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import static org.assertj.core.api.Assertions.assertThat;

class ReportPageTest {
    private static final Pattern SCRIPT = Pattern.compile("<script>(.*?)</script>", Pattern.DOTALL);
    private static final Pattern STYLE = Pattern.compile("<style>(.*?)</style>", Pattern.DOTALL);
    private static final Pattern DATA =
            Pattern.compile("<script type=\"application/json\" id=\"report\">(.*?)</script>", Pattern.DOTALL);
    private static final Pattern POLICY =
            Pattern.compile("<meta http-equiv=\"Content-Security-Policy\" content=\"([^\"]*)\">");

    @Test
    void theDataOfThePageIsTheReport() {
        for (JsonNode report : List.of(Samples.build(), Samples.matrix())) {
            assertThat(data(ReportPage.html(report))).isEqualTo(report);
        }
    }

    @Test
    void theSamplesAreReports() throws Exception {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(Path.of("../docs/report.schema.json")), InputFormat.JSON);
        for (JsonNode report : List.of(Samples.build(), Samples.matrix())) {
            assertThat(schema.validate(report.toString(), InputFormat.JSON)).isEmpty();
        }
    }

    @Test
    void theSameReportGivesTheSamePage() {
        assertThat(ReportPage.html(Samples.matrix())).isEqualTo(ReportPage.html(Samples.matrix()));
    }

    @Test
    void everyScriptAndStyleIsAllowedByItsHashAndNothingElseIs() throws Exception {
        String page = ReportPage.html(Samples.build());
        List<String> hashes = new ArrayList<>();
        for (String text : all(SCRIPT, page)) {
            hashes.add(hash(text));
        }
        String style = hash(all(STYLE, page).get(0));
        assertThat(hashes).hasSize(2);
        assertThat(policy(page).split("; "))
                .contains("default-src 'none'", "script-src " + String.join(" ", hashes), "style-src " + style)
                .noneMatch(directive -> directive.contains("unsafe") || directive.contains("http"));
    }

    @Test
    void nothingIsFetched() {
        String page = ReportPage.html(Samples.matrix());
        String markup = DATA.matcher(
                        SCRIPT.matcher(STYLE.matcher(page).replaceAll("")).replaceAll(""))
                .replaceAll("");
        assertThat(markup).doesNotContain("src=", "@import", "url(", "//# sourceMappingURL");
        assertThat(all(Pattern.compile("href=\"([^\"]*)\""), markup)).containsExactlyInAnyOrder("data:,", "#main");
        assertThat(page).doesNotContain("sourceMappingURL=", "@import");
        assertThat(PageFiles.style()).doesNotContain("url(");
        assertThat(PageFiles.script()).doesNotContain("fetch(", "XMLHttpRequest", "import(", "WebSocket", "sendBeacon");
    }

    @Test
    void ownScriptsMakeNoMarkupOfText() {
        assertThat(PageFiles.script())
                .doesNotContain(
                        "innerHTML",
                        "outerHTML",
                        "insertAdjacentHTML",
                        "document.write",
                        "eval(",
                        "new Function",
                        ".style.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "</script><img src=x onerror=alert(1)>",
                "<!--<script>",
                "\"><svg onload=alert(1)>",
                "]]><style>*{display:none}</style>",
                "${7*7}<#assign x=1>",
                "&lt;b&gt; \u2028 \u2029 \ud800 \u0000"
            })
    void hostileTextInEveryFieldStaysText(String hostile) {
        JsonNode report = hostile(hostile);
        String page = ReportPage.html(report);
        String plain = ReportPage.html(Samples.matrix());
        assertThat(data(page)).isEqualTo(report);
        // No element more than in a page of harmless texts, wherever the parser looks for one.
        for (String tag : List.of("<script", "</script", "<img", "<svg", "<style", "</style", "<!--", "<b>")) {
            assertThat(count(page, tag)).as(tag).isEqualTo(count(plain, tag));
        }
        assertThat(policy(page)).isEqualTo(policy(plain));
    }

    @Test
    void whatOneMustKnowStandsInThePlainPartToo() {
        String plain = part("<noscript>", "</noscript>", ReportPage.html(Samples.matrix()));
        assertThat(plain)
                .contains("✕ Red: do not ship")
                .contains("✕ red: 1 error: service-without-provider dns → netstack")
                .contains("– not run: no check was run: checks.json is missing")
                .contains("✕ missing; build it by <code>mvn package whittle:link")
                .contains("dns asks for a ServiceAddressTransport")
                .contains(
                        "<tr><th scope=\"row\">logtail</th><td>out</td><td>excluded by minimal (wears out the flash)</td></tr>")
                .contains("<tr><th scope=\"row\">magicdns</th><td>failed</td>");
    }

    @Test
    void longListsInThePlainPartAreCutAndThatIsTold() {
        ObjectNode report = Samples.build();
        JsonNode feature = report.path("images").path(0).path("features").path(0);
        for (int i = 0; i < 1000; i++) {
            report.path("images").path(0).withArray("features").add(feature);
        }
        String plain = part("<noscript>", "</noscript>", ReportPage.html(report));
        assertThat(count(plain, ">advertiseexitnode<")).isBetween(1, PlainReport.ROWS);
        assertThat(plain).contains("And " + (1024 - PlainReport.ROWS) + " more.");
    }

    @Test
    void everyLibraryStandsWithItsLicence() {
        assertThat(Library.all().get(10).licence()).contains("In it: graphlib", "In it: lodash");
        String foot = part("<footer>", "</footer>", ReportPage.html(Samples.build()));
        assertThat(Library.all()).hasSize(11).allSatisfy(library -> {
            assertThat(foot).contains("<h3>" + library.name() + " " + library.version() + "</h3>");
            assertThat(library.licence()).containsIgnoringCase("permission").contains("Copyright");
            assertThat(library.script())
                    .doesNotContain("</script", "sourceMappingURL")
                    .hasSizeGreaterThan(1000);
        });
    }

    private static JsonNode hostile(String text) {
        // Words that choose a form are given by the schema; every other text is somebody's.
        List<String> fixed =
                List.of("matrix", "build", "green", "red", "not run", "error", "warning", "info", "passed", "failed");
        return Samples.withTexts(Samples.matrix(), old -> fixed.contains(old) ? old : text);
    }

    private static JsonNode data(String page) {
        return JsonMapper.builder().build().readTree(all(DATA, page).get(0));
    }

    private static String policy(String page) {
        return all(POLICY, page).get(0).replace("&#39;", "'");
    }

    private static String hash(String text) throws Exception {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
    }

    private static List<String> all(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(found -> found.group(1)).toList();
    }

    private static int count(String text, String part) {
        return (int)
                Pattern.compile(Pattern.quote(part)).matcher(text).results().count();
    }

    private static String part(String from, String to, String text) {
        Matcher found = Pattern.compile(Pattern.quote(from) + "(.*?)" + Pattern.quote(to), Pattern.DOTALL)
                .matcher(text);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }
}
