package io.whittle.assembler.init;

import freemarker.template.Configuration;
import freemarker.template.SimpleObjectWrapper;
import freemarker.template.Template;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;

import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** A sketch as the text of a {@code feature-tags.yaml} for people: flow lists, and behind each edge why it is there. */
public final class SketchText {
    // What other readers of YAML take for something else than text.
    private static final Set<String> WORDS_OF_YAML =
            Set.of("null", "true", "false", "yes", "no", "on", "off", "y", "n");

    private static final Configuration TEMPLATES = templates();

    private SketchText() {}

    /** The whole text, in lines that end with {@code \n}. The same sketch gives the same text. */
    public static String write(Sketch sketch) {
        Map<String, Object> model = Map.of(
                "name", sketch.name().map(SketchText::word).orElse(""),
                "base", part(sketch.base()),
                "features", sketch.features().stream().map(SketchText::part).toList(),
                "capabilities",
                        sketch.capabilities().stream()
                                .map(choice -> Map.of(
                                        "name", word(choice.name()),
                                        "service", comment(choice.service()),
                                        "providers", words(choice.providers())))
                                .toList(),
                "launchers",
                        sketch.launchers().stream()
                                .map(program -> Map.of(
                                        "name", word(program.name()),
                                        "module", word(program.module()),
                                        "main", word(program.main())))
                                .toList(),
                "minimal", words(sketch.minimal()));
        StringWriter text = new StringWriter();
        try {
            Template template = TEMPLATES.getTemplate("feature-tags.yaml.ftl");
            template.process(model, text);
        } catch (TemplateException | IOException broken) {
            throw new IllegalStateException("the template of catalogues does not fit its model", broken);
        }
        return text.toString();
    }

    private static Map<String, Object> part(Sketch.Part part) {
        return Map.of(
                "name", word(part.name()),
                "modules", words(part.modules()),
                "jdkModules", edges(part.jdkModules()),
                "requires", edges(part.requires()),
                "needs", edges(part.needs()),
                "ifPresent", edges(part.ifPresent()),
                "circle", edges(part.circle()));
    }

    private static List<Map<String, String>> edges(List<Sketch.Edge> edges) {
        return edges.stream()
                .map(edge -> Map.of("target", word(edge.target()), "why", comment(edge.why())))
                .toList();
    }

    private static List<String> words(List<String> names) {
        return names.stream().map(SketchText::word).toList();
    }

    private static String word(String name) {
        return WORDS_OF_YAML.contains(name.toLowerCase(Locale.ROOT)) ? '"' + name + '"' : name;
    }

    /** Without characters that end a comment, or that no YAML holds: class files may name things as they like. */
    private static String comment(String text) {
        return text.replaceAll("[\\p{Cntrl}\\p{Cs}\\u2028\\u2029\\uFEFF\\uFFFE\\uFFFF]", "?");
    }

    private static Configuration templates() {
        Configuration templates = new Configuration(Configuration.VERSION_2_3_34);
        templates.setClassForTemplateLoading(SketchText.class, "");
        templates.setDefaultEncoding("UTF-8");
        templates.setObjectWrapper(new SimpleObjectWrapper(Configuration.VERSION_2_3_34));
        templates.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        templates.setLogTemplateExceptions(false);
        return templates;
    }
}
