package io.whittle.assembler.goal;

import io.whittle.assembler.fresh.WholeFile;
import io.whittle.graph.analysis.Severity;
import io.whittle.graph.catalog.CatalogReading;
import io.whittle.graph.catalog.FeatureCatalog;
import io.whittle.graph.catalog.Platform;
import io.whittle.graph.export.TagNames;
import io.whittle.graph.lint.LintTagsJson;
import io.whittle.graph.lint.TagLint;
import io.whittle.graph.lint.TagList;
import io.whittle.graph.lint.TagReport;
import io.whittle.graph.lint.TagReportText;
import io.whittle.graph.resolve.Resolution;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Says what is wrong with a list of tags that somebody wrote by hand. */
public final class LintTagsGoal {
    private final LintTagsRequest request;
    private final Progress progress;

    private LintTagsGoal(LintTagsRequest request, Progress progress) {
        this.request = request;
        this.progress = progress;
    }

    /**
     * Runs the goal.
     *
     * @throws GoalException when the list cannot be looked at, or has errors and these are to count
     */
    public static void run(LintTagsRequest request, Progress progress) throws GoalException, IOException {
        new Leftovers(request.output(), progress).clearIfNobodyBuilds();
        new LintTagsGoal(request, progress).run();
    }

    private void run() throws GoalException, IOException {
        TagList list = list();
        long errors = request.profiles().isEmpty() ? againstCatalog(list) : againstProfiles(list);
        if (errors > 0 && request.failOnFindings()) {
            throw new GoalException(
                    List.of(
                            list.source().file() + " does not build what it says; errors: " + errors
                                    + ", each told above.\n"
                                    + "  Mend the list, or let whittle:tags write it; -Dwhittle.failOnFindings=false passes all the same."));
        }
    }

    private TagList list() throws GoalException, IOException {
        if (request.tags().isPresent() == request.tagList().isPresent()) {
            throw new GoalException(
                    List.of((request.tags().isPresent() ? "Two lists of tags are named." : "No list of tags is named.")
                            + "\n  Name a file with -Dwhittle.tags=<file>, or write the tags themselves with"
                            + " -Dwhittle.tagList=<tag>,<tag>."));
        }
        return request.tags().isPresent()
                ? TagList.of(request.tags().get(), TextFile.read(request.tags().get(), "whittle.tags"))
                : TagList.of(Path.of("whittle.tagList"), request.tagList().get());
    }

    private long againstCatalog(TagList list) throws GoalException, IOException {
        CatalogReading reading = Resolutions.read(request.catalog());
        FeatureCatalog catalog = reading.catalog();
        List<String> faults = new ArrayList<>();
        List<Platform> platforms =
                List.copyOf(AskedPlatforms.of(request.platforms(), faults).ofAny(catalog, faults));
        if (!faults.isEmpty()) {
            throw new GoalException(faults);
        }
        reading.warnings().forEach(warning -> progress.warn(warning.render(catalog.source(), "warning")));
        TagNames names = Spellings.of(catalog);
        List<TagReport> reports = platforms.stream()
                .map(platform -> TagLint.of(catalog, names, list, platform, Optional.empty()))
                .toList();
        return tell(catalog, names, list, Optional.empty(), reports);
    }

    private long againstProfiles(TagList list) throws GoalException, IOException {
        Resolutions<Resolution> resolutions =
                Resolutions.closures(request.catalog(), request.profiles(), request.platforms(), progress);
        FeatureCatalog catalog = resolutions.catalog();
        TagNames names = Spellings.of(catalog);
        Map<String, List<TagReport>> byProfile = new LinkedHashMap<>();
        for (Resolution resolution : resolutions.each()) {
            byProfile
                    .computeIfAbsent(resolution.profile().name(), unseen -> new ArrayList<>())
                    .add(TagLint.of(catalog, names, list, resolution.platform(), Optional.of(resolution)));
        }
        long errors = 0;
        for (Map.Entry<String, List<TagReport>> profile : byProfile.entrySet()) {
            errors += tell(catalog, names, list, Optional.of(profile.getKey()), profile.getValue());
        }
        return errors;
    }

    private long tell(
            FeatureCatalog catalog, TagNames names, TagList list, Optional<String> profile, List<TagReport> reports)
            throws GoalException, IOException {
        profile.ifPresent(name -> progress.say("held against profile " + name));
        for (TagReportText.Part part : TagReportText.render(catalog.source(), names, list, reports)) {
            if (part.severity() == Severity.INFO) {
                part.text().lines().forEach(progress::say);
            } else {
                progress.warn(part.text());
            }
        }
        Path file = OutputPlace.below(request.output(), profile.stream().toArray(String[]::new))
                .resolve("lint-tags.json");
        String document = LintTagsJson.write(catalog, names, list, profile, reports);
        WholeFile.write(file, document.getBytes(StandardCharsets.UTF_8));
        progress.say("written to " + file);
        return reports.stream()
                .mapToLong(report -> report.count(Severity.ERROR))
                .sum();
    }
}
