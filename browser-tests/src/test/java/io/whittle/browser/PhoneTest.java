package io.whittle.browser;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

/** The page on a phone. */
class PhoneTest extends BrowserTest {
    @ParameterizedTest
    @ValueSource(ints = {320, 390, 768})
    void thePageNeverScrollsSideways(int width) {
        for (String page : List.of(Pages.build(), Pages.matrix(), Pages.hostile())) {
            browser.open(page, "", width, 700);
            browser.size(width, 700, true);
            browser.run("document.querySelectorAll('details').forEach(one => one.open = true)");
            browser.look(browser.find("#features"));
            browser.find(".node");
            assertThat(browser.run("return document.documentElement.scrollWidth"))
                    .isEqualTo((long) width);
        }
    }

    @Test
    void whatIsTouchedIsLargeEnough() {
        browser.open(Pages.matrix(), "", 320, 700);
        browser.size(320, 700, true);
        Object small =
                browser.run("return [...document.querySelectorAll('button, select, input[type=search], summary')]"
                        + ".map(one => [one.textContent, one.getBoundingClientRect()])"
                        + ".filter(([, box]) => box.height > 0 && box.height < 40).map(([text]) => text)");
        assertThat((List<?>) small).isEmpty();
    }

    @Test
    void aTapOnAFeatureShowsWhy() {
        browser.open(Pages.build(), "", 390, 800);
        browser.size(390, 800, true);
        browser.look(browser.find(".graph"));
        browser.click(browser.node("advertiseexitnode"));
        assertThat(browser.find(".panel h3").getText()).isEqualTo("advertiseexitnode");
        Map<?, ?> panel =
                (Map<?, ?>) browser.run("return document.querySelector('.panel').getBoundingClientRect().toJSON()");
        assertThat(((Number) panel.get("width")).intValue()).isBetween(300, 390);
    }
}
