package io.whittle.assembler.docs;

import io.whittle.graph.catalog.FeatureCatalog;
import io.whittle.graph.export.ExportTemplate;
import io.whittle.graph.export.TemplateFaultException;
import io.whittle.graph.resolve.Resolution;
import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** What fills in a section: a template that comes with this, or one of the user's own. */
public final class SectionTemplate {
    private final ExportTemplate template;

    private SectionTemplate(ExportTemplate template) {
        this.template = template;
    }

    /** The one that comes with this. */
    public static SectionTemplate of(SectionKind kind) {
        String name = kind.word() + ".md.ftl";
        try (InputStream in = SectionTemplate.class.getResourceAsStream(name)) {
            return own(Path.of(name), new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (TemplateFaultException | IOException impossible) {
            throw new IllegalStateException("the template " + name + " is broken", impossible);
        }
    }

    /**
     * One of the user's own.
     *
     * @param file named in messages as it is given here
     * @throws TemplateFaultException when it is none
     */
    public static SectionTemplate own(Path file, String text) throws TemplateFaultException {
        return new SectionTemplate(ExportTemplate.read(file, text));
    }

    /**
     * Fills it in.
     *
     * @param cost the measured costs; where a section is of costs they must be there
     * @return lines that end with {@code \n}
     * @throws TemplateFaultException with the place at which it fails
     */
    public String fill(SectionKind kind, FeatureCatalog catalog, Resolution resolution, Optional<JsonNode> cost)
            throws TemplateFaultException {
        Map<String, Object> model = SectionModel.of(kind, catalog, resolution);
        cost.filter(document -> kind.isMeasured()).ifPresent(document -> model.put("cost", CostModel.of(document)));
        return template.render(model, SectionModel.HANDED).replace("\r\n", "\n");
    }
}
