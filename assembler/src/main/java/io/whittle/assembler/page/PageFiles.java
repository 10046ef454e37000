package io.whittle.assembler.page;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** The page's own styles and scripts, which lie beside this class, put together in the order in which they build on each other. */
final class PageFiles {
    private static final List<String> STYLES = List.of("base", "page", "parts", "tables", "graph", "media");
    private static final List<String> SCRIPTS = List.of(
            "dom",
            "format",
            "place",
            "theme",
            "model",
            "table",
            "overview",
            "verdict",
            "matrix",
            "findings",
            "graph-choice",
            "graph-layout",
            "graph-parts",
            "graph-view",
            "feature-panel",
            "features",
            "checks",
            "cost",
            "parts-table",
            "treemap",
            "files",
            "main");

    private PageFiles() {}

    /** One script with a scope of its own. */
    static String script() {
        return SCRIPTS.stream()
                .map(name -> read("script/" + name + ".js"))
                .collect(Collectors.joining("\n", "(() => {\n'use strict';\n\n", "})();\n"));
    }

    /** One style sheet. */
    static String style() {
        return STYLES.stream().map(name -> read("style/" + name + ".css")).collect(Collectors.joining("\n"));
    }

    /** The text of a file in this package's folder. */
    static String read(String name) {
        try (InputStream in = PageFiles.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing in the jar of the assembler");
            }
            // Whoever checks this out with other ends of lines gets the same page.
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new IllegalStateException(name + " cannot be read from the jar of the assembler", e);
        }
    }
}
