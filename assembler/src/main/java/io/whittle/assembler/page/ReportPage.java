package io.whittle.assembler.page;

import freemarker.core.HTMLOutputFormat;
import freemarker.core.TemplateClassResolver;
import freemarker.template.Configuration;
import freemarker.template.Template;
import freemarker.template.TemplateException;
import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A report as one HTML file: data, styles and scripts are in it, and it asks no network for anything.
 *
 * <p>Its content security policy allows the scripts and styles that stand in it, by their hashes, and nothing else. The
 * same report gives the same bytes.
 */
public final class ReportPage {
    private static final Configuration TEMPLATES = templates();

    private ReportPage() {}

    /**
     * The page of a report; linear in the size of the report, whose logs are cut so that all of them together take
     * {@value LogBound#ALL} characters at most. What was cut is told beside each.
     *
     * @param report a document as {@code docs/report.schema.json} describes it
     */
    public static String html(JsonNode report) {
        List<Library> libraries = Library.all();
        String libraryScript =
                String.join("\n", libraries.stream().map(Library::script).toList());
        String script = PageFiles.script();
        String style = PageFiles.style();
        JsonNode bounded = LogBound.cut(report);
        Map<String, Object> model = Map.ofEntries(
                Map.entry("policy", Policy.of(List.of(libraryScript, script), style)),
                Map.entry("style", style),
                Map.entry("libraries", libraries),
                Map.entry("libraryScript", libraryScript),
                Map.entry("script", script),
                Map.entry("data", ScriptJson.of(bounded)),
                Map.entry("plain", PlainReport.of(bounded)));
        try {
            StringWriter page = new StringWriter();
            template().process(model, page);
            return page.toString();
        } catch (IOException | TemplateException e) {
            throw new IllegalStateException("The report is not as docs/report.schema.json describes it.", e);
        }
    }

    private static Template template() throws IOException {
        return TEMPLATES.getTemplate("report.html.ftl");
    }

    private static Configuration templates() {
        Configuration configuration = new Configuration(Configuration.VERSION_2_3_34);
        configuration.setClassForTemplateLoading(ReportPage.class, "");
        configuration.setDefaultEncoding("UTF-8");
        configuration.setOutputFormat(HTMLOutputFormat.INSTANCE);
        configuration.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
        configuration.setLocale(Locale.ROOT);
        configuration.setLocalizedLookup(false);
        configuration.setLogTemplateExceptions(false);
        return configuration;
    }
}
