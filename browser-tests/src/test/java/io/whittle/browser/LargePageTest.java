package io.whittle.browser;

import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

import static org.assertj.core.api.Assertions.assertThat;

/** A thousand features. */
class LargePageTest extends BrowserTest {
    @Test
    void whatMattersIsDrawnAndAnythingElseIsFound() {
        browser.open(Pages.large(1000), "", 1280, 900);
        browser.look(browser.find("#features"));
        browser.find(".node");
        assertThat(browser.all(".node")).hasSizeBetween(40, 200);
        assertThat(browser.find("#features [role=status]").getText()).contains("of 1,000 features shown");

        browser.look(browser.find("#feature-search")).sendKeys("feature-0987", Keys.ENTER);
        assertThat(browser.find(".panel h3").getText()).isEqualTo("feature-0987");
        browser.await(() -> browser.node("feature-0987").getAttribute("class").contains("selected"));

        browser.choose("#view", "around");
        browser.await(() -> browser.find("#features [role=status]").getText().contains("around"));
        assertThat(browser.all(".node")).hasSizeBetween(5, 100);

        browser.choose("#view", "all");
        browser.await(() -> browser.all(".node").size() == 1000);
        assertThat(browser.node("feature-0987").isDisplayed()).isTrue();
    }

    @Test
    void anAddressLeadsToAFeatureThatDoesNotMatter() {
        browser.open(Pages.large(1000), "#feature=feature-0987", 1280, 900);
        browser.await(() -> browser.node("feature-0987").getAttribute("class").contains("selected"));
        assertThat(browser.run("return document.activeElement.textContent")).isEqualTo("feature-0987");
        browser.await(() -> browser.run("const box = document.getElementById('features').getBoundingClientRect();"
                + "return box.top >= 0 && box.top < 200"));
    }

    @Test
    void longTablesAreShownInParts() {
        browser.open(Pages.large(1000), "", 1280, 900);
        browser.click(browser.find("#included summary"));
        assertThat(browser.all("#included tbody tr")).hasSize(200);
        browser.click(browser.find("#included .more button"));
        assertThat(browser.all("#included tbody tr")).hasSize(500);
    }
}
