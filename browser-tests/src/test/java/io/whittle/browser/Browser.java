package io.whittle.browser;

import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

import static org.assertj.core.api.Assertions.assertThat;

/** A Chromium with a profile of its own, which holds one page at a time and tells what that page complained of and asked for. */
final class Browser implements AutoCloseable {
    // Kept, since a logger that nobody holds forgets its level. It warns that Selenium is older than Chromium, which
    // always is so.
    private static final Logger OLDER = Logger.getLogger("org.openqa.selenium.devtools.CdpVersionFinder");

    private final ChromeDriver driver;
    private final Path folder;

    Browser(Path folder) {
        this.folder = folder;
        OLDER.setLevel(Level.OFF);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(System.getProperty("whittle.chromium"));
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--hide-scrollbars",
                "--force-device-scale-factor=1",
                "--user-data-dir=" + folder.resolve("profile"));
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        logs.enable(LogType.PERFORMANCE, Level.ALL);
        options.setCapability("goog:loggingPrefs", logs);
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(new File(System.getProperty("whittle.chromedriver")))
                .build();
        driver = new ChromeDriver(service, options);
        driver.manage().timeouts().scriptTimeout(Duration.ofSeconds(60));
    }

    /** Opens a page at a place of it, in a window of a size, with nothing kept from the one before. */
    void open(String html, String place, int width, int height) {
        size(width, height, false);
        preferDark(false);
        try {
            Path file = Files.writeString(Files.createTempFile(folder, "page", ".html"), html);
            driver.get("about:blank");
            logs(LogType.BROWSER);
            logs(LogType.PERFORMANCE);
            driver.get(file.toUri() + place);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        run("try { localStorage.clear() } catch {}");
    }

    /** Nothing was complained of, and nothing but the page itself was asked for. */
    void assertQuiet() {
        assertThat(logs(LogType.BROWSER)).as("console").isEmpty();
        assertThat(logs(LogType.PERFORMANCE))
                .as("requests")
                .filteredOn(entry -> entry.contains("\"Network.requestWillBeSent\""))
                .allMatch(entry -> entry.contains("\"type\":\"Document\"") || entry.contains("\"url\":\"data:"));
    }

    private List<String> logs(String type) {
        return driver.manage().logs().get(type).getAll().stream()
                .map(LogEntry::getMessage)
                .toList();
    }

    /** Makes the window as large as that of a device. */
    void size(int width, int height, boolean touch) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", touch));
        driver.executeCdpCommand("Emulation.setTouchEmulationEnabled", Map.of("enabled", touch));
    }

    /** Whether the system prefers dark colours. */
    void preferDark(boolean dark) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"))));
    }

    /** The element of a CSS selector, as soon as it is there. */
    WebElement find(String selector) {
        return await(() -> {
            List<WebElement> found = driver.findElements(By.cssSelector(selector));
            return found.isEmpty() ? null : found.get(0);
        });
    }

    List<WebElement> all(String selector) {
        return driver.findElements(By.cssSelector(selector));
    }

    List<String> texts(String selector) {
        return all(selector).stream().map(WebElement::getText).toList();
    }

    /** A feature in the graph. */
    WebElement node(String feature) {
        return find(".node[data-feature='" + feature + "']");
    }

    /** Brings an element into the middle of the window, since a mouse only reaches what is seen. */
    WebElement look(WebElement element) {
        run("arguments[0].scrollIntoView({block: 'center', behavior: 'instant'})", element);
        return element;
    }

    void click(WebElement element) {
        new Actions(driver).moveToElement(look(element)).click().perform();
    }

    /** Takes an option of a list by its value. */
    void choose(String list, String value) {
        look(find(list))
                .findElement(By.cssSelector("option[value='" + value + "']"))
                .click();
    }

    /** Presses keys where the focus is. */
    void press(CharSequence... keys) {
        for (CharSequence key : keys) {
            new Actions(driver).sendKeys(key).perform();
        }
    }

    /** The element with the focus. */
    WebElement focused() {
        return driver.switchTo().activeElement();
    }

    /** Goes on by the tab key until an element has the focus; fails where none is reached. */
    WebElement tabTo(String selector) {
        for (int i = 0; i < 200; i++) {
            press(Keys.TAB);
            WebElement focused = focused();
            if (Boolean.TRUE.equals(run("return arguments[0].matches(arguments[1])", focused, selector))) {
                return focused;
            }
        }
        throw new AssertionError("the tab key never reaches " + selector);
    }

    Object run(String script, Object... arguments) {
        return driver.executeScript(script, arguments);
    }

    Object runAsync(String script, Object... arguments) {
        return driver.executeAsyncScript(script, arguments);
    }

    byte[] screenshot() {
        return driver.getScreenshotAs(OutputType.BYTES);
    }

    String address() {
        return driver.getCurrentUrl();
    }

    /** What is given as soon as it is neither null nor false; what goes while it is looked at, as where a part is drawn anew, is not yet there. */
    <T> T await(Supplier<T> wanted) {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (true) {
            T found = null;
            try {
                found = wanted.get();
            } catch (StaleElementReferenceException drawnAnew) {
                // It is looked for again.
                found = null;
            }
            if (found != null && !Boolean.FALSE.equals(found)) {
                return found;
            }
            if (System.nanoTime() > end) {
                throw new AssertionError("it did not come within 30 s");
            }
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    @Override
    public void close() {
        driver.quit();
    }
}
