package io.whittle.graph.lint;

import io.whittle.graph.analysis.Severity;
import io.whittle.graph.catalog.FeatureCatalog;
import io.whittle.graph.catalog.Mention;
import io.whittle.graph.catalog.Place;
import io.whittle.graph.export.TagNames;
import io.whittle.graph.json.JsonText;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Writes lint-tags.json, whose schema is docs/lint-tags.schema.json. */
public final class LintTagsJson {
    /** The version of the document's schema. */
    public static final int SCHEMA = 1;

    private final FeatureCatalog catalog;
    private final TagNames names;
    private final TagFindingText words;

    private LintTagsJson(FeatureCatalog catalog, TagNames names) {
        this.catalog = catalog;
        this.names = names;
        this.words = new TagFindingText(catalog.source(), names);
    }

    /**
     * The document of one list.
     *
     * @param profile against which it was held
     * @param reports one a platform
     */
    public static String write(
            FeatureCatalog catalog, TagNames names, TagList list, Optional<String> profile, List<TagReport> reports) {
        return new LintTagsJson(catalog, names).document(list, profile, reports);
    }

    private String document(TagList list, Optional<String> profile, List<TagReport> reports) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("schema", SCHEMA);
        ObjectNode file = document.putObject("catalog");
        catalog.name().ifPresent(name -> file.put("name", name.text()));
        file.put("file", String.valueOf(catalog.source().file().getFileName()));
        profile.ifPresent(name -> document.put("profile", name));
        ObjectNode entry = document.putObject("list");
        entry.put("file", String.valueOf(list.source().file().getFileName()));
        addAll(entry.putArray("tags"), list.tags().stream().map(Mention::text));
        ArrayNode platforms = document.putArray("platforms");
        reports.forEach(report -> addReport(platforms.addObject(), report));
        return JsonText.of(document);
    }

    private void addReport(ObjectNode entry, TagReport report) {
        entry.put("platform", report.platform().toString());
        entry.put("errors", report.count(Severity.ERROR));
        entry.put("warnings", report.count(Severity.WARNING));
        addAll(entry.putArray("kept"), report.kept().stream());
        ArrayNode findings = entry.putArray("findings");
        report.findings().forEach(finding -> addFinding(findings.addObject(), finding));
        ArrayNode missing = entry.putArray("missing");
        report.missing().forEach((feature, by) -> {
            ObjectNode one = missing.addObject().put("feature", feature).put("tag", names.tag(feature));
            addAll(one.putArray("requiredBy"), by.stream());
        });
    }

    private void addFinding(ObjectNode entry, TagFinding finding) {
        entry.put("kind", kind(finding));
        entry.put("severity", finding.severity().word());
        entry.put("text", words.of(finding).text());
        addPlace(entry, finding.place());
        if (finding instanceof TagFinding.BrokenRequirement broken) {
            broken.feature().ifPresent(feature -> entry.put("feature", feature));
            entry.put("required", broken.required());
            addPlace(entry.putObject("declared"), broken.declared());
        } else if (finding instanceof TagFinding.BrokenNeed broken) {
            broken.feature().ifPresent(feature -> entry.put("feature", feature));
            entry.put("capability", broken.capability());
            addAll(entry.putArray("providers"), broken.providers().stream());
            addPlace(entry.putObject("declared"), broken.declared());
        } else if (finding instanceof TagFinding.BothConflict both) {
            addAll(entry.putArray("features"), Stream.of(both.one(), both.other()));
            both.because().ifPresent(because -> entry.put("because", because));
            addPlace(entry.putObject("declared"), both.declared());
        } else if (finding instanceof TagFinding.ManyProvide many) {
            entry.put("capability", many.capability());
            addAll(entry.putArray("providers"), many.providers().stream());
            addPlace(entry.putObject("declared"), many.declared());
        } else if (finding instanceof TagFinding.LeftOut out) {
            entry.put("feature", out.feature());
        } else if (finding instanceof TagFinding.LeftOn on) {
            addAll(entry.putArray("features"), on.features().stream());
        } else {
            addTag(entry, finding);
        }
    }

    private static void addTag(ObjectNode entry, TagFinding finding) {
        if (finding instanceof TagFinding.UnknownTag unknown) {
            entry.put("tag", unknown.tag().text());
            unknown.nearest().ifPresent(nearest -> entry.put("nearest", nearest));
        } else if (finding instanceof TagFinding.StrippedTag stripped) {
            entry.put("tag", stripped.tag().text());
            entry.put("feature", stripped.feature());
            entry.put("kept", stripped.kept()).put("stripped", stripped.stripped());
        } else if (finding instanceof TagFinding.ContraryTag contrary) {
            entry.put("tag", contrary.tag().text());
            entry.put("feature", contrary.feature());
        } else if (finding instanceof TagFinding.RepeatedTag repeated) {
            entry.put("tag", repeated.tag().text());
            addPlace(entry.putObject("first"), repeated.first());
        }
    }

    // BrokenRequirement is broken-requirement: the records' names are the words.
    private static String kind(TagFinding finding) {
        return finding.getClass()
                .getSimpleName()
                .replaceAll("(?<=[a-z])(?=[A-Z])", "-")
                .toLowerCase(Locale.ROOT);
    }

    private static void addAll(ArrayNode array, Stream<String> texts) {
        texts.forEach(array::add);
    }

    private static void addPlace(ObjectNode entry, Place place) {
        entry.put("line", place.line()).put("column", place.column());
    }
}
