package io.whittle.browser;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import static org.assertj.core.api.Assertions.assertThat;

/** The pictures of the docs, written where a folder is given. */
@EnabledIfSystemProperty(named = "whittle.screenshots", matches = ".+")
class ScreenshotsTest extends BrowserTest {
    @Test
    void theBuildInLight() throws IOException {
        browser.open(Pages.build(), "", 1180, 1080);
        write("report-build.png");
    }

    @Test
    void theGraphInTheDark() throws IOException {
        browser.open(Pages.build(), "#feature=netstack", 1180, 780);
        browser.preferDark(true);
        browser.await(() -> browser.node("netstack").getAttribute("class").contains("selected"));
        browser.run("document.getElementById('features').scrollIntoView({behavior: 'instant'})");
        write("report-graph.png");
    }

    @Test
    void theMatrix() throws IOException {
        browser.open(Pages.matrix(), "", 1180, 1000);
        write("report-matrix.png");
    }

    @Test
    void theBytes() throws IOException {
        browser.open(Pages.build(), "", 1180, 860);
        browser.click(browser.find("#without-jvm"));
        browser.run("document.getElementById('image').scrollIntoView({behavior: 'instant'})");
        write("report-bytes.png");
    }

    @Test
    void thePhone() throws IOException {
        browser.open(Pages.matrix(), "", 360, 780);
        browser.size(360, 780, true);
        write("report-phone.png");
    }

    private static void write(String name) throws IOException {
        Path file = Path.of(System.getProperty("whittle.screenshots")).resolve(name);
        byte[] picture = browser.screenshot();
        assertThat(picture.length).as("bytes of " + name).isLessThan(200_000);
        Files.createDirectories(file.getParent());
        Files.write(file, picture);
    }
}
