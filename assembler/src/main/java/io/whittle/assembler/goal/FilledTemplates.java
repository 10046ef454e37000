package io.whittle.assembler.goal;

import io.whittle.assembler.fresh.WholeFile;
import io.whittle.graph.catalog.FeatureCatalog;
import io.whittle.graph.export.ExportTemplate;
import io.whittle.graph.export.TagNames;
import io.whittle.graph.export.TemplateFaultException;
import io.whittle.graph.resolve.Resolution;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A template of the user's own, filled in with each resolution: all of them, or none is written. */
final class FilledTemplates {
    private final TagsRequest request;
    private final Path file;
    private final Progress progress;

    FilledTemplates(TagsRequest request, Progress progress) {
        this.request = request;
        this.file = request.template().orElseThrow();
        this.progress = progress;
    }

    void write(FeatureCatalog catalog, List<Resolution> resolutions) throws GoalException, IOException {
        ExportTemplate template = template();
        Optional<TagNames> names = names(catalog);
        Map<Path, String> texts = new LinkedHashMap<>();
        List<String> faults = new ArrayList<>();
        for (Resolution resolution : resolutions) {
            try {
                Path to = to(resolution);
                String text = template.render(catalog, resolution, request.strategy(), names);
                String former = texts.put(to, text);
                if (former != null && !former.equals(text)) {
                    faults.add("Profiles and platforms differ in what would be " + to + ".\n"
                            + "  Ask for one profile and one platform, or leave out whittle.templateOutput: then each has a"
                            + " file of its own.");
                }
            } catch (TemplateFaultException broken) {
                faults.add(broken.getMessage());
            }
        }
        texts.keySet().forEach(to -> faults.addAll(TemplateFile.refusals(to, List.of(file, request.catalog()))));
        if (!faults.isEmpty()) {
            throw new GoalException(faults);
        }
        for (Map.Entry<Path, String> filled : texts.entrySet()) {
            WholeFile.write(filled.getKey(), filled.getValue().getBytes(StandardCharsets.UTF_8));
            progress.say("written to " + filled.getKey());
        }
    }

    private ExportTemplate template() throws GoalException, IOException {
        try {
            return ExportTemplate.read(file, TextFile.read(file, "whittle.template"));
        } catch (TemplateFaultException broken) {
            throw new GoalException(List.of(broken.getMessage()));
        }
    }

    // A catalogue that does not speak of tags is fine for a template; one that speaks of them wrongly is not.
    private static Optional<TagNames> names(FeatureCatalog catalog) throws GoalException {
        return TagNames.areSaidBy(catalog) ? Optional.of(Spellings.of(catalog)) : Optional.empty();
    }

    private Path to(Resolution resolution) throws GoalException {
        if (request.templateOutput().isPresent()) {
            return request.templateOutput().get().toAbsolutePath();
        }
        return OutputPlace.of(request.output(), resolution.profile().name(), resolution.platform())
                .resolve(TemplateFile.made(file));
    }
}
