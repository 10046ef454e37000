package io.whittle.assembler.init;

import java.util.List;
import java.util.Optional;

/**
 * A catalogue as code suggests it.
 *
 * @param name its own name
 * @param base what every feature needs; without modules where nothing is
 * @param features by name
 * @param capabilities by name
 * @param launchers by name
 * @param minimal the features of the smaller profile
 */
public record Sketch(
        Optional<String> name,
        Part base,
        List<Part> features,
        List<Choice> capabilities,
        List<Program> launchers,
        List<String> minimal) {
    public Sketch {
        features = List.copyOf(features);
        capabilities = List.copyOf(capabilities);
        launchers = List.copyOf(launchers);
        minimal = List.copyOf(minimal);
    }

    /**
     * A feature, or base.
     *
     * @param name its name
     * @param modules that are its own
     * @param jdkModules that no descriptor names
     * @param requires features
     * @param needs capabilities
     * @param ifPresent features that it uses where they are there
     * @param circle where it has several modules that need one another: who needs whom
     */
    public record Part(
            String name,
            List<String> modules,
            List<Edge> jdkModules,
            List<Edge> requires,
            List<Edge> needs,
            List<Edge> ifPresent,
            List<Edge> circle) {
        public Part {
            modules = List.copyOf(modules);
            jdkModules = List.copyOf(jdkModules);
            requires = List.copyOf(requires);
            needs = List.copyOf(needs);
            ifPresent = List.copyOf(ifPresent);
            circle = List.copyOf(circle);
        }
    }

    /**
     * An entry with its reason.
     *
     * @param target what it names
     * @param why the place in code that proves it, and from what it is known
     */
    public record Edge(String target, String why) {}

    /**
     * A capability.
     *
     * @param name its name
     * @param service the class of the service that its providers provide
     * @param providers features, by name
     */
    public record Choice(String name, String service, List<String> providers) {
        public Choice {
            providers = List.copyOf(providers);
        }
    }

    /**
     * A launcher.
     *
     * @param name its name
     * @param module of its main class
     * @param main its main class
     */
    public record Program(String name, String module, String main) {}
}
