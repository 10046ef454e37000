package io.whittle.assembler.generate;

import freemarker.template.Configuration;
import freemarker.template.SimpleObjectWrapper;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import io.whittle.graph.catalog.Feature;
import io.whittle.graph.catalog.FeatureCatalog;
import io.whittle.graph.export.TagNames;
import io.whittle.graph.resolve.Resolution;

import java.io.IOException;
import java.io.StringWriter;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Features as constants of a class: {@code PEER_API} for {@code peer-api}. Names of features are small letters, digits and hyphens, so
 * that no two have one constant, and none is a word of Java's own.
 *
 * @param byName the features, by their constants
 */
public record FeatureConstants(SortedMap<String, Constant> byName) {
    private static final Configuration TEMPLATES = templates();

    /**
     * A constant.
     *
     * @param feature the feature's name
     * @param summary what it is for; empty where the catalogue does not say
     * @param in whether it is in
     */
    public record Constant(String feature, String summary, boolean in) {}

    public FeatureConstants {
        byName = Collections.unmodifiableSortedMap(new TreeMap<>(byName));
    }

    /** Those of a resolution: of every feature of the catalogue, in or out. Linear in them. */
    public static FeatureConstants of(FeatureCatalog catalog, Resolution resolution) {
        SortedMap<String, Constant> byName = new TreeMap<>();
        for (Feature feature : catalog.features().values()) {
            String name = feature.name().text();
            byName.put(
                    constant(name),
                    new Constant(
                            name, feature.summary().orElse(""), resolution.in().contains(name)));
        }
        return new FeatureConstants(byName);
    }

    /** The constant of a feature. */
    static String constant(String feature) {
        return TagNames.symbol(feature).toUpperCase(Locale.ROOT);
    }

    /**
     * The source, in ASCII, so that a compiler may read it in whichever encoding; of equal constants the same text. Neither the
     * profile nor the platform stands in it: where they change and the features do not, nothing is compiled anew.
     *
     * @param catalog the name of the catalogue's file
     */
    public String source(ConstantsClass where, String catalog) {
        List<Map<String, Object>> constants = byName.entrySet().stream()
                .map(entry -> Map.<String, Object>of(
                        "name",
                        entry.getKey(),
                        "text",
                        text(entry.getValue()),
                        "in",
                        entry.getValue().in()))
                .toList();
        Map<String, Object> model = Map.of(
                "catalog", escaped(catalog),
                "package", where.packageName(),
                "class", where.name(),
                "constants", constants);
        StringWriter source = new StringWriter();
        try {
            TEMPLATES.getTemplate("Constants.java.ftl").process(model, source);
        } catch (TemplateException | IOException broken) {
            throw new IllegalStateException("the template of constants does not fit its model", broken);
        }
        return source.toString();
    }

    private static String text(Constant constant) {
        String summary = constant.summary().strip();
        return "{@code " + constant.feature() + "}" + (summary.isEmpty() ? "." : ": " + escaped(summary));
    }

    // What ends a comment, begins a tag of Javadoc, or an escape of Java's.
    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.replaceAll("\\s+", " ").codePoints().forEach(point -> {
            if (point < ' ' || point > '~' || "&<>@{}*\\".indexOf(point) >= 0) {
                escaped.append("&#").append(point).append(';');
            } else {
                escaped.appendCodePoint(point);
            }
        });
        return escaped.toString();
    }

    private static Configuration templates() {
        Configuration templates = new Configuration(Configuration.VERSION_2_3_34);
        templates.setClassForTemplateLoading(FeatureConstants.class, "");
        templates.setDefaultEncoding("UTF-8");
        templates.setObjectWrapper(new SimpleObjectWrapper(Configuration.VERSION_2_3_34));
        templates.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        templates.setLogTemplateExceptions(false);
        return templates;
    }
}
