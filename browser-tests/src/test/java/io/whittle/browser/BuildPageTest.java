package io.whittle.browser;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** The page of one build, by mouse. */
class BuildPageTest extends BrowserTest {
    @BeforeEach
    void open() {
        browser.open(Pages.build(), "", 1280, 900);
    }

    @Test
    void itSaysWhatWasBuiltAndThatItCanBeTrusted() {
        assertThat(browser.find("#trust .lead").getText())
                .contains("all three lines of defence hold")
                .contains("minimal · linux/amd64");
        assertThat(browser.texts(".line h3")).containsExactly("Resolve", "Audit", "Check");
        assertThat(browser.texts(".line .badge")).containsOnly("Green");
        assertThat(browser.find(".figures").getText()).contains("32.9 MiB").contains("18 of 24");
        assertThat(browser.all("#build")).isEmpty();
    }

    @Test
    void aBuildThatLacksAnImageIsRedHoweverGreenTheOtherIs() {
        browser.open(Pages.missingImage(), "", 1280, 900);
        assertThat(browser.find("#build .lead").getText()).isEqualTo("Red: 1 image green, 0 red, 1 missing");
        assertThat(browser.find("#missing").getText()).contains("full · linux/arm64", "-Dwhittle.cell=3461992d8d9c");
        assertThat(browser.find("#trust h2").getText()).isEqualTo("One image");
    }

    @Test
    void aFaultOfNoImageIsToldOfABuildToo() {
        browser.open(Pages.faultBeside("build.json"), "", 1280, 900);
        assertThat(browser.find("#build .lead").getText())
                .isEqualTo("Red: 1 image green, 0 red, 0 missing, 1 fault beside them");
        assertThat(browser.find("#build .faults").getText()).contains("full cannot be had any more");
    }

    @Test
    void aClickOnAFeatureTellsWhyItIsInAndMarksTheChain() {
        browser.click(browser.node("netstack"));
        assertThat(browser.find(".panel").getText())
                .contains(
                        "netstack\nin",
                        "Why it is in\nrequired by dns",
                        "dns\nnetstack",
                        "Required by (3)",
                        "Leaving it out gives back");
        assertThat(browser.texts(".node.chain text")).containsExactlyInAnyOrder("dns", "netstack");
        assertThat(browser.all(".edge.chain")).hasSize(2); // One of them is that of the legend.
        assertThat(browser.address()).endsWith("#feature=netstack");
    }

    @Test
    void aFeatureThatIsOutTellsWhatKeepsItOut() {
        browser.click(browser.node("logtail"));
        assertThat(browser.find(".panel").getText()).contains("logtail\nout", "Why it is out", "wears out the flash");
    }

    @Test
    void aFeatureIsFoundByAPartOfItsName() {
        browser.look(browser.find("#feature-search")).sendKeys("exitn", Keys.ENTER);
        assertThat(browser.find(".panel h3").getText()).isEqualTo("advertiseexitnode");
    }

    @Test
    void anAddressOpensAFeature() {
        browser.open(Pages.build(), "#feature=dns", 1280, 900);
        assertThat(browser.find(".panel h3").getText()).isEqualTo("dns");
        browser.await(() -> browser.node("dns").getAttribute("class").contains("selected"));
    }

    @Test
    void theCostTableSortsByAnyColumn() {
        String rows = "#cost tbody th";
        assertThat(browser.texts(rows).get(0)).isEqualTo("desktop");
        WebElement feature = browser.all("#cost thead button").get(0);
        browser.click(feature);
        assertThat(browser.texts(rows)).isSorted();
        browser.click(feature);
        assertThat(browser.texts(rows)).isSortedAccordingTo(java.util.Comparator.reverseOrder());
        assertThat(browser.find("#cost th[aria-sort]").getAttribute("aria-sort"))
                .isEqualTo("descending");
    }

    @Test
    void aDocumentInAFolderWithASpaceIsLinkedAsItLies() {
        browser.open(Pages.documentAt("../my%20module/checks.json"), "", 1280, 900);
        assertThat(browser.find("#files a").getAttribute("href")).endsWith("/my%20module/checks.json");
    }

    @Test
    void findingsAreFiltered() {
        assertThat(browser.texts(".findings code"))
                .contains("undeclared-optional-use")
                .doesNotContain("unused-requirement");
        browser.click(browser.find("#accepted"));
        assertThat(browser.texts(".findings code")).contains("unused-requirement");
        browser.look(browser.find("#finding-search")).sendKeys("PortCounters");
        assertThat(browser.all(".findings > li")).hasSize(1);
        assertThat(browser.find(".findings .snippet").getText()).contains("ifPresent: [portlist]");
        browser.find("#finding-search").sendKeys("no such thing");
        assertThat(browser.all(".findings > li")).isEmpty();
        assertThat(browser.find("#findings [role=status]").getText()).startsWith("0 of 2");
    }

    @Test
    void aCheckShowsItsLog() {
        browser.click(browser.find("#checks details:not([open]) summary"));
        assertThat(browser.find("#checks details[open]").getText()).contains("listening on outpostd.sock");
    }

    @Test
    void theTreemapTellsOfAnAreaAndLeavesTheVirtualMachineOut() {
        browser.click(browser.find(".area.jdk"));
        assertThat(browser.find(".detail").getText()).startsWith("java.base: 6.1 MiB");
        int before = browser.all(".area").size();
        browser.click(browser.find("#without-jvm"));
        assertThat(browser.all(".area").size()).isGreaterThan(before);
    }

    @Test
    void theThemeIsSwitchedAndFollowsTheSystemOtherwise() {
        assertThat(brightness()).isGreaterThan(200);
        browser.preferDark(true);
        assertThat(brightness()).isLessThan(60);
        browser.choose("#theme", "light");
        assertThat(brightness()).isGreaterThan(200);
        browser.preferDark(false);
        browser.choose("#theme", "dark");
        assertThat(brightness()).isLessThan(60);
    }

    private static int brightness() {
        String colour = (String) browser.run("return getComputedStyle(document.body).backgroundColor");
        return Integer.parseInt(
                List.of(colour.replaceAll("[^0-9,]", "").split(",")).get(0));
    }
}
