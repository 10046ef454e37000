package io.whittle.assembler.goal;

import io.whittle.assembler.audit.Audit;
import io.whittle.assembler.audit.AuditFinding;
import io.whittle.assembler.audit.AuditJson;
import io.whittle.assembler.audit.AuditMarkdown;
import io.whittle.assembler.audit.AuditSarif;
import io.whittle.assembler.audit.AuditText;
import io.whittle.assembler.audit.Sarif;
import io.whittle.assembler.fresh.WholeFiles;
import io.whittle.assembler.modular.ModularPath;
import io.whittle.graph.analysis.Severity;
import io.whittle.graph.catalog.CatalogReading;
import io.whittle.graph.catalog.FeatureCatalog;
import io.whittle.graph.resolve.Request;
import io.whittle.graph.resolve.Resolution;
import io.whittle.graph.resolve.Resolver;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Holds what the code needs against what the catalogue declares, tells what does not agree, and mends what adding mends. */
public final class AuditGoal {
    private static final int FEW = 12;

    private final AuditRequest request;
    private final Progress progress;
    private final Set<AuditFinding.Key> accepted;

    private AuditGoal(AuditRequest request, Progress progress, Set<AuditFinding.Key> accepted) {
        this.request = request;
        this.progress = progress;
        this.accepted = accepted;
    }

    /**
     * Runs the goal.
     *
     * @throws GoalException when something cannot be read, a profile cannot be had, or findings weigh as much as fails it
     */
    public static void run(AuditRequest request, Progress progress)
            throws GoalException, IOException, InterruptedException {
        new Leftovers(request.output(), progress).clearIfNobodyBuilds();
        List<String> faults = new ArrayList<>();
        FailOn failOn = FailOn.parse(request.failOn(), faults);
        if (!faults.isEmpty()) {
            throw new GoalException(faults);
        }
        new AuditGoal(request, progress, AcceptedFindings.read(request.lockFile())).run(failOn);
    }

    /** Whether a goal has read code and keeps what it says below its folder of documents. */
    public static boolean hasRead(Path output) {
        return Files.isDirectory(output.resolve(ModularPath.EVIDENCE));
    }

    private void run(FailOn failOn) throws GoalException, IOException, InterruptedException {
        CatalogReading reading = Resolutions.read(request.catalog());
        reading.warnings()
                .forEach(notice -> progress.warn(notice.render(reading.catalog().source(), "warning")));
        AuditedCode code = AuditedCode.of(request, reading.catalog(), progress);
        progress.say("reading the code of " + counted(code.modules()));
        Audit audit = audit(code, reading.catalog(), accepted);
        if (request.fix()) {
            audit = new AuditFix(request.catalog(), progress).mend(audit, catalog -> audit(code, catalog, accepted));
        }
        if (request.accept()) {
            audit = audit(code, audit.catalog(), accept(audit));
        }
        tellUnread(audit.unread());
        SortedMap<String, String> texts = new TreeMap<>();
        texts.put("audit.json", AuditJson.write(audit));
        texts.put("audit.sarif", AuditSarif.write(audit, Sarif.uri(request.catalog())));
        texts.put("audit.md", AuditMarkdown.write(audit));
        WholeFiles.write(request.output(), texts);
        AuditText.lines(audit, request.colour()).forEach(line -> tell(line, failOn));
        SortedSet<String> strays = code.strays(audit.catalog(), images(audit.catalog()));
        if (!strays.isEmpty()) {
            progress.say(counted(code.modules()) + " read, " + strays.size()
                    + " of them in no image, since no feature has or brings them: " + shortly(strays));
        }
        progress.say("written to " + request.output().resolve("audit.json") + ", audit.sarif and audit.md");
        long failing = audit.findings().stream()
                .filter(finding -> failOn.holds(finding.severity()))
                .count();
        if (failing > 0) {
            throw new GoalException(List.of("The audit has " + failing + (failing == 1 ? " finding" : " findings")
                    + " that whittle.failOn=" + request.failOn() + " does not let pass; they stand above and in "
                    + request.output().resolve("audit.md") + ".\n"
                    + "  Mend them, let whittle:audit -Dwhittle.fix add what is missing, or accept them with"
                    + " whittle:audit -Dwhittle.accept."));
        }
    }

    private static String counted(int modules) {
        return modules + (modules == 1 ? " module" : " modules");
    }

    private static String shortly(SortedSet<String> modules) {
        String few = modules.stream().limit(FEW).collect(Collectors.joining(", "));
        return modules.size() <= FEW ? few : few + " and " + (modules.size() - FEW) + " more";
    }

    /** At its own weight, and as an error where it fails the goal: who wants to see errors alone sees why. */
    private void tell(AuditText.Line line, FailOn failOn) {
        Optional<Severity> severity = line.severity();
        if (severity.filter(each -> each == Severity.ERROR || failOn.holds(each))
                .isPresent()) {
            progress.fault(line.text());
        } else if (severity.filter(Severity.WARNING::equals).isPresent()) {
            progress.warn(line.text());
        } else {
            progress.say(line.text());
        }
    }

    private void tellUnread(SortedSet<String> unread) {
        List<String> modules =
                unread.stream().filter(each -> !Audit.isJar(each)).toList();
        if (!modules.isEmpty()) {
            progress.warn("the code of " + String.join(", ", modules) + " is not read: the module path does not have "
                    + (modules.size() == 1 ? "it" : "them")
                    + ", and what was accepted stays accepted.\n  Run the goal where the project depends on every module,"
                    + " or on the whole reactor: mvn package whittle:audit");
        }
        List<String> jars = unread.stream().filter(Audit::isJar).toList();
        if (!jars.isEmpty()) {
            progress.warn(
                    "the code of " + String.join(", ", jars) + " is not read: an image has another jar of the same"
                            + " module name beside it, and what was accepted stays accepted.\n  Exclude one of the two from the"
                            + " dependencies (mvn dependency:tree shows who brings each).");
        }
    }

    private List<Resolution> images(FeatureCatalog catalog) throws GoalException {
        List<String> faults = new ArrayList<>();
        List<Request> requests = Requests.of(catalog, request.profiles(), request.platforms(), faults);
        return Resolutions.answers(catalog, requests, Resolver::resolve, faults);
    }

    private Audit audit(AuditedCode code, FeatureCatalog catalog, Set<AuditFinding.Key> known)
            throws GoalException, IOException, InterruptedException {
        Audit audit = code.audit(catalog, images(catalog), known);
        // Who looks at some profiles or modules alone, or could ask no JDK, does not know what is found no more.
        return isWhole(code) ? audit : audit.withoutStale();
    }

    private boolean isWhole(AuditedCode code) {
        boolean everyProfile =
                request.profiles().isEmpty() || request.profiles().equals(List.of(Resolutions.ALL));
        return everyProfile
                && request.platforms().isEmpty()
                && code.isAnswered()
                && code.unread().isEmpty();
    }

    /** Accepts what is found, and no more what is known to be found no longer. */
    private Set<AuditFinding.Key> accept(Audit audit) throws GoalException, IOException, InterruptedException {
        Set<AuditFinding.Key> keys = new TreeSet<>();
        keys.addAll(accepted);
        audit.stale().forEach(keys::remove);
        audit.findings().forEach(finding -> keys.addAll(finding.keys()));
        audit.accepted().forEach(finding -> keys.add(finding.key()));
        boolean changed = AcceptedFindings.write(request.lockFile(), keys);
        progress.say(
                changed
                        ? "accepted in " + request.lockFile() + ": " + keys.size()
                                + (keys.size() == 1 ? " finding" : " findings")
                        : request.lockFile() + " accepts this already: nothing changed");
        return keys;
    }
}
