package io.whittle.browser;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** What axe-core finds that keeps people out: contrast, names, roles, order. */
class AccessibilityTest extends BrowserTest {
    @ParameterizedTest
    @CsvSource({"false, false", "false, true", "true, false", "true, true"})
    void nothingKeepsPeopleOut(boolean matrix, boolean dark) throws IOException {
        browser.open(matrix ? Pages.matrix() : Pages.build(), "#feature=netstack", 1280, 900);
        browser.preferDark(dark);
        browser.await(() -> browser.node("netstack").getAttribute("class").contains("selected"));
        browser.run("document.querySelectorAll('details').forEach(one => one.open = true)");
        browser.run(axe());
        Object violations = browser.runAsync(
                "const done = arguments[0];"
                        + "axe.run(document, {resultTypes: ['violations'], rules: {'region': {enabled: true}}}).then(found => done("
                        + "found.violations.flatMap(one => one.nodes.map(node => `${one.id}: ${node.html.slice(0, 160)} ${node.failureSummary}`))))");
        assertThat((List<?>) violations).isEmpty();
    }

    private static String axe() throws IOException {
        try (InputStream in = AccessibilityTest.class.getResourceAsStream("/axe.min.js")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
