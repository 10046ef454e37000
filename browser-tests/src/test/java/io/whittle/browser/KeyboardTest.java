package io.whittle.browser;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

import static org.assertj.core.api.Assertions.assertThat;

/** The page without a mouse: every step is a key. */
class KeyboardTest extends BrowserTest {
    @BeforeEach
    void open() {
        browser.open(Pages.matrix(), "", 1280, 900);
    }

    @Test
    void theFirstStopSkipsToTheReport() {
        browser.press(Keys.TAB);
        assertThat(browser.focused().getText()).isEqualTo("Skip to the report");
        browser.press(Keys.ENTER);
        assertThat(browser.focused().getAttribute("id")).isEqualTo("main");
    }

    @Test
    void anImageIsChosenInTheGrid() {
        browser.tabTo("[data-image='desktop/linux/amd64']");
        browser.press(Keys.ENTER);
        assertThat(browser.find("#trust .lead").getText()).contains("desktop · linux/amd64");
        assertThat(browser.focused().getAttribute("id")).isEqualTo("trust-title");
    }

    @Test
    void findingsAreFilteredCopiedAndLeft() {
        browser.tabTo("#finding-search");
        browser.press("portlist");
        assertThat(browser.all(".findings > li")).hasSize(1);
        browser.tabTo("#findings .copy");
        browser.press(Keys.SPACE);
        browser.await(() -> !browser.find("#findings .copy").getText().equals("Copy"));
    }

    @Test
    void theGraphIsOneStopInWhichArrowsGoFromFeatureToFeature() {
        browser.look(browser.find("#features"));
        browser.node("dns");
        browser.tabTo(".node");
        String first = browser.focused().getAttribute("data-feature");
        browser.press(Keys.ARROW_RIGHT);
        String second = browser.focused().getAttribute("data-feature");
        assertThat(second).isNotEqualTo(first);
        browser.press(Keys.ENTER);
        assertThat(browser.find(".panel h3").getText()).isEqualTo(second);
        assertThat(browser.focused().getAttribute("data-feature")).isEqualTo(second);
        Object before = zoom();
        browser.press("+");
        assertThat(zoom()).isNotEqualTo(before);
        browser.press("0");
        // The next stop is outside of the graph again.
        browser.press(Keys.TAB);
        assertThat(browser.focused().getAttribute("data-feature")).isNull();
    }

    @Test
    void theCostTableIsSorted() {
        browser.tabTo("#cost thead button");
        browser.press(Keys.ENTER);
        assertThat(browser.texts("#cost tbody th")).isSorted();
        assertThat(browser.focused().getText()).contains("Feature");
    }

    @Test
    void areasOfTheTreemapAreTold() {
        browser.tabTo(".area");
        String first = browser.find(".detail").getText();
        browser.press(Keys.ARROW_RIGHT);
        assertThat(browser.find(".detail").getText()).isNotEqualTo(first).contains("MiB");
    }

    private static Object zoom() {
        return browser.run("return document.querySelector('.graph > g').getAttribute('transform')");
    }
}
