package io.whittle.graph.export;

import freemarker.core.InvalidReferenceException;
import freemarker.core.ParseException;
import freemarker.core.TemplateClassResolver;
import freemarker.template.Configuration;
import freemarker.template.SimpleObjectWrapper;
import freemarker.template.Template;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import io.whittle.graph.catalog.CatalogSource;
import io.whittle.graph.catalog.FeatureCatalog;
import io.whittle.graph.catalog.Notice;
import io.whittle.graph.catalog.Place;
import io.whittle.graph.resolve.Resolution;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;

/**
 * A FreeMarker template of the user's own, which spells a resolution for another build. A template sees what it is handed
 * and nothing else: it makes no Java objects, calls no Java methods and includes no other file.
 */
public final class ExportTemplate {
    private static final String HANDED =
            "a template is handed catalog, profile, platform, strategy, features and, where the"
                    + " catalogue has 'tags', tags";
    private static final String HANDED_OF_MATRIX =
            "a template of a matrix is handed catalog, rows, cells and, where it is a part, shard";

    private final CatalogSource source;
    private final Template template;

    private ExportTemplate(CatalogSource source, Template template) {
        this.source = source;
        this.template = template;
    }

    /**
     * Reads a template.
     *
     * @param file named in messages as it is given here
     * @throws TemplateFaultException when it is none
     */
    public static ExportTemplate read(Path file, String text) throws TemplateFaultException {
        CatalogSource source = CatalogSource.of(file, text);
        try {
            String name = String.valueOf(file.getFileName());
            return new ExportTemplate(source, new Template(name, new StringReader(text), restricted()));
        } catch (ParseException broken) {
            throw new TemplateFaultException(
                    source,
                    new Notice(
                            place(broken.getLineNumber(), broken.getColumnNumber()),
                            "this template cannot be read: " + firstPart(broken.getEditorMessage())),
                    broken);
        } catch (IOException impossible) {
            throw new IllegalStateException("a text in memory could not be read", impossible);
        }
    }

    /**
     * Fills it in.
     *
     * @param strategy {@code closure} or {@code allowlist}
     * @param names how features are spelled as tags; without them the template is handed no tags
     * @throws TemplateFaultException with the place at which it fails
     */
    public String render(FeatureCatalog catalog, Resolution resolution, String strategy, Optional<TagNames> names)
            throws TemplateFaultException {
        return render(ExportModel.of(catalog, resolution, strategy, names), HANDED);
    }

    /**
     * Fills it in with a matrix.
     *
     * @throws TemplateFaultException with the place at which it fails, or with what the template itself refuses
     */
    public String render(CiMatrix matrix) throws TemplateFaultException {
        return render(MatrixModel.of(matrix), HANDED_OF_MATRIX);
    }

    /**
     * Fills it in with a model of the caller's own: maps, lists, texts, numbers and booleans.
     *
     * @param handed what the model holds, in words, for a template that asks for something else
     * @throws TemplateFaultException with the place at which it fails, or with what the template itself refuses
     */
    public String render(Map<String, Object> model, String handed) throws TemplateFaultException {
        StringWriter text = new StringWriter();
        try {
            template.process(model, text);
            return text.toString();
        } catch (TemplateException broken) {
            throw fault(broken, handed);
        } catch (StackOverflowError endless) {
            String without = "this template calls itself without an end; let each of its macros come to one";
            throw new TemplateFaultException(source, new Notice(new Place(1, 1), without), endless);
        } catch (IOException impossible) {
            throw new IllegalStateException("a text in memory could not be written", impossible);
        }
    }

    private TemplateFaultException fault(TemplateException broken, String handed) {
        String what = firstPart(broken.getMessageWithoutStackTop());
        String blamed = broken.getBlamedExpressionString();
        boolean missing = broken instanceof InvalidReferenceException && blamed != null;
        Place place = place(broken.getLineNumber(), broken.getColumnNumber());
        String text = missing ? "there is no '" + blamed + "'; " + handed : "this template fails: " + what;
        return new TemplateFaultException(source, new Notice(place, text), broken);
    }

    // FreeMarker counts from 1, and knows no place for a fault of the file as a whole.
    private static Place place(Integer line, Integer column) {
        return line == null || column == null || line < 1 || column < 1 ? new Place(1, 1) : new Place(line, column);
    }

    // What comes after the first empty line is general advice.
    private static String firstPart(String message) {
        return String.valueOf(message).split("\n\\s*\n")[0].strip();
    }

    private static Configuration restricted() {
        // Without a loader there is nothing to include.
        Configuration restricted = new Configuration(Configuration.VERSION_2_3_34);
        restricted.setObjectWrapper(new SimpleObjectWrapper(Configuration.VERSION_2_3_34));
        restricted.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
        restricted.setAPIBuiltinEnabled(false);
        restricted.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        restricted.setLogTemplateExceptions(false);
        restricted.setWrapUncheckedExceptions(true);
        // The same text whatever the machine's language.
        restricted.setLocale(Locale.ROOT);
        restricted.setTimeZone(TimeZone.getTimeZone("UTC"));
        restricted.setNumberFormat("computer");
        restricted.setBooleanFormat("c");
        return restricted;
    }
}
