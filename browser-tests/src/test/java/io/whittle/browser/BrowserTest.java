package io.whittle.browser;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

/** A browser for the tests of a class, in which no page may complain or ask for anything. */
abstract class BrowserTest {
    @TempDir
    static Path folder;

    static Browser browser;

    @BeforeAll
    static void start() {
        browser = new Browser(folder);
    }

    @AfterEach
    void quiet() {
        browser.assertQuiet();
    }

    @AfterAll
    static void stop() {
        browser.close();
    }
}
