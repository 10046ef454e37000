package io.whittle.assembler.page;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * A script that others wrote, as it stands in the page; public for the page's template.
 *
 * @param name the npm package
 * @param licence the text of its licence
 * @param script its code, without the reference to a map of its sources, which browsers would ask for
 */
public record Library(String name, String version, String licence, String script) {
    /** Each after those that it needs. */
    private static final List<String> NAMES = List.of(
            "d3-color",
            "d3-dispatch",
            "d3-ease",
            "d3-interpolate",
            "d3-selection",
            "d3-timer",
            "d3-drag",
            "d3-transition",
            "d3-zoom",
            "d3-hierarchy",
            "dagre");

    /** What stands inside of another one's script. */
    private static final Map<String, List<String>> INSIDE = Map.of("dagre", List.of("graphlib", "lodash"));

    /** All that a page uses, in the order in which they are run. */
    static List<Library> all() {
        return NAMES.stream().map(Library::read).toList();
    }

    private static Library read(String name) {
        String version = version(name);
        String script = PageFiles.read(folder(name) + "dist/" + name + ".min.js");
        StringBuilder licence = new StringBuilder(licence(name));
        for (String inside : INSIDE.getOrDefault(name, List.of())) {
            licence.append("\n\nIn it: ").append(inside).append("\n\n").append(licence(inside));
        }
        return new Library(
                name,
                version,
                licence.toString(),
                script.replaceAll("(?m)^//# sourceMappingURL=.*$", "").strip());
    }

    private static String licence(String name) {
        return PageFiles.read(folder(name) + "LICENSE").strip();
    }

    private static String folder(String name) {
        return "libraries/META-INF/resources/webjars/" + name + "/" + version(name) + "/";
    }

    private static String version(String name) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(
                    PageFiles.read("libraries/META-INF/maven/org.webjars.npm/" + name + "/pom.properties")));
        } catch (IOException e) {
            throw new IllegalStateException("Text in memory is read without fail", e);
        }
        return properties.getProperty("version");
    }
}
