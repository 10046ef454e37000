package io.whittle.browser;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The page of a merged matrix. */
class MatrixPageTest extends BrowserTest {
    @BeforeEach
    void open() {
        browser.open(Pages.matrix(), "", 1280, 900);
    }

    @Test
    void theGridTellsOfEveryCellAndOfThoseThatAreMissing() {
        assertThat(browser.find("#matrix .lead").getText()).isEqualTo("Red: 4 images green, 2 red, 1 missing");
        assertThat(browser.texts(".grid tbody th"))
                .containsExactly("minimal", "feature-advertiseexitnode", "desktop", "full");
        assertThat(browser.texts(".grid .missing")).containsExactly("Missing");
        assertThat(browser.find("#missing").getText()).contains("full · linux/arm64", "-Dwhittle.cell=3461992d8d9c");
        assertThat(browser.find("#matrix .faults").getText()).contains("of another commit than the rest");
    }

    @Test
    void aFaultOfNoImageMakesTheVerdictRed() {
        browser.open(Pages.faultBeside("matrix.json"), "", 1280, 900);
        assertThat(browser.find("#matrix .lead").getText())
                .isEqualTo("Red: 6 images green, 0 red, 0 missing, 1 fault beside them");
        assertThat(browser.find("#matrix .lead .badge").getAttribute("class")).contains("red");
    }

    @Test
    void theFirstRedImageIsShownAndAClickShowsAnother() {
        assertThat(browser.find("#trust .lead").getText())
                .contains("Red: audit and check red", "minimal · linux/arm64");
        browser.click(browser.find("[data-image='desktop/linux/arm64']"));
        assertThat(browser.find("#trust .lead").getText()).contains("Red: check not run", "desktop · linux/arm64");
        assertThat(browser.texts(".line .badge")).containsExactly("Green", "Green", "Not run");
        assertThat(browser.address()).endsWith("#image=desktop%2Flinux%2Farm64");
        assertThat(browser.all("[aria-current=true]")).hasSize(1);
    }

    @Test
    void aFaultLeadsToItsImage() {
        browser.click(browser.find("#matrix .faults a"));
        browser.await(() -> browser.find("#trust .lead").getText().contains("desktop · linux/arm64"));
        browser.await(() -> browser.run("const top = document.getElementById('trust').getBoundingClientRect().top;"
                + "return top >= 0 && top < 200"));
        assertThat(browser.all("#trust .faults a")).isEmpty();
        assertThat(browser.find("#trust .faults").getText()).contains("of another commit");
    }

    @Test
    void aFailedCheckStandsOpenWithWhatCame() {
        assertThat(browser.find("#checks details[open]").getText())
                .contains(
                        "magicdns",
                        "Expected",
                        "no answer: timed out after 5000 ms",
                        "Once more, by hand",
                        "qemu-aarch64-static",
                        "17.8 KiB before it");
    }

    @Test
    void differencesToTheLockAreTold() {
        assertThat(browser.find("#lock .minus").getText()).contains("- module java.net.http (jdk)");
    }

    @Test
    void aChosenFeatureStaysWhenTheImageIsChanged() {
        browser.click(browser.node("logtail"));
        assertThat(browser.find(".panel .badge").getText()).isEqualTo("out");
        browser.choose("#image-choice", "desktop/linux/amd64");
        browser.await(() -> browser.find(".panel .badge").getText().equals("in"));
        assertThat(browser.find(".panel h3").getText()).isEqualTo("logtail");
    }

    @Test
    void hostileTextIsShownAsText() {
        browser.open(Pages.hostile(), "", 1280, 900);
        String markup = "</script><img src=x onerror=\"window.hacked=1\">";
        assertThat(browser.find("h1").getText()).isEqualTo(markup + "outpost");
        assertThat(browser.run("return window.hacked")).isNull();
        assertThat(browser.all("img")).isEmpty();
        browser.click(browser.find(".node"));
        assertThat(browser.find(".panel h3").getText()).startsWith(markup);
        assertThat(browser.find("#checks").getText()).contains(markup);
        // Documents lie at hostile paths; none of them may become a link to elsewhere.
        assertThat(browser.run("return [...document.links].every(link => link.protocol === 'file:')"))
                .isEqualTo(true);
    }
}
