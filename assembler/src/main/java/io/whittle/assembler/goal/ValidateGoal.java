package io.whittle.assembler.goal;

import io.whittle.assembler.fresh.WholeFile;
import io.whittle.graph.analysis.CatalogAnalysis;
import io.whittle.graph.analysis.Code;
import io.whittle.graph.analysis.Finding;
import io.whittle.graph.analysis.Severity;
import io.whittle.graph.catalog.CatalogReading;
import io.whittle.graph.catalog.FeatureCatalog;
import io.whittle.graph.catalog.Notice;
import io.whittle.graph.catalog.Platform;
import io.whittle.graph.explain.ValidationJson;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Looks at a catalogue as a whole, tells what it finds and writes it as a document. */
public final class ValidateGoal {
    /** Of one kind nobody reads more on a console. */
    private static final int MOST_INFOS = 20;

    private final CatalogAnalysis analysis;
    private final Progress progress;

    private ValidateGoal(CatalogAnalysis analysis, Progress progress) {
        this.analysis = analysis;
        this.progress = progress;
    }

    /**
     * Runs the goal.
     *
     * @throws GoalException with every error of the catalogue; where warnings are as bad, also when there are only such
     */
    public static void run(ValidateRequest request, Progress progress) throws GoalException, IOException {
        new Leftovers(request.output(), progress).clearIfNobodyBuilds();
        CatalogReading reading = Resolutions.read(request.catalog());
        CatalogAnalysis analysis = CatalogAnalysis.of(reading.catalog(), platforms(request, reading.catalog()))
                .with(reading);
        Path file = request.output().resolve("validation.json");
        WholeFile.write(file, ValidationJson.write(analysis).getBytes(StandardCharsets.UTF_8));
        new ValidateGoal(analysis, progress).tell(file, request.failOnWarnings());
    }

    private static List<Platform> platforms(ValidateRequest request, FeatureCatalog catalog) throws GoalException {
        if (request.platforms().isEmpty()) {
            List<Platform> named = CatalogAnalysis.namedPlatforms(catalog);
            return named.isEmpty() ? List.of(Platform.host()) : named;
        }
        List<String> faults = new ArrayList<>();
        Set<Platform> platforms = AskedPlatforms.of(request.platforms(), faults).ofAny(catalog, faults);
        if (!faults.isEmpty()) {
            throw new GoalException(faults);
        }
        return List.copyOf(platforms);
    }

    private void tell(Path file, boolean failOnWarnings) throws GoalException {
        Map<Code, Integer> infos = new EnumMap<>(Code.class);
        List<String> errors = new ArrayList<>();
        for (Finding finding : analysis.findings()) {
            switch (finding.severity()) {
                case ERROR -> errors.add(text(finding));
                case WARNING -> progress.warn(text(finding));
                case INFO -> {
                    if (infos.merge(finding.code(), 1, Integer::sum) <= MOST_INFOS) {
                        info(finding).lines().forEach(progress::say);
                    }
                }
            }
        }
        infos.forEach((code, times) -> {
            if (times > MOST_INFOS) {
                progress.say("and " + (times - MOST_INFOS) + " more [" + code.word() + "]");
            }
        });
        progress.say("written to " + file);
        String counts = counts();
        progress.say(counts);
        if (failOnWarnings && errors.isEmpty() && analysis.count(Severity.WARNING) > 0) {
            errors.add(
                    counts + ", and whittle.failOnWarnings is true.\n  Mend what is warned of, or drop that property.");
        }
        if (!errors.isEmpty()) {
            throw new GoalException(errors);
        }
    }

    private String counts() {
        return number(Severity.ERROR, "error") + ", " + number(Severity.WARNING, "warning") + " and "
                + number(Severity.INFO, "info") + " on "
                + analysis.platforms().stream().map(Platform::toString).collect(Collectors.joining(", "));
    }

    private String number(Severity severity, String word) {
        long number = analysis.count(severity);
        return (number == 0 ? "no" : number) + " " + word + (number == 1 ? "" : "s");
    }

    private String text(Finding finding) {
        return notice(finding)
                .render(analysis.catalog().source(), finding.severity().word());
    }

    // What is legal needs no excerpt.
    private String info(Finding finding) {
        Notice notice = notice(finding);
        return analysis.catalog().source().at(notice.place()) + ": "
                + finding.severity().word() + ": " + notice.text();
    }

    private Notice notice(Finding finding) {
        return finding.notice(analysis.catalog().source());
    }
}
