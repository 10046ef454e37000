package io.whittle.assembler.goal;

import io.whittle.assembler.audit.Audit;
import io.whittle.assembler.audit.AuditFinding;
import io.whittle.assembler.audit.AuditInput;
import io.whittle.assembler.audit.AuditJson;
import io.whittle.assembler.audit.AuditMarkdown;
import io.whittle.assembler.audit.AuditSarif;
import io.whittle.assembler.audit.AuditText;
import io.whittle.assembler.audit.Auditor;
import io.whittle.assembler.evidence.Evidence;
import io.whittle.assembler.fresh.WholeFile;
import io.whittle.assembler.modules.JarEdges;
import io.whittle.assembler.modules.ModuleIndex;
import io.whittle.assembler.modules.TargetJdk;
import io.whittle.graph.catalog.CatalogReading;
import io.whittle.graph.catalog.FeatureCatalog;
import io.whittle.graph.resolve.Request;
import io.whittle.graph.resolve.Resolution;
import io.whittle.graph.resolve.Resolver;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Holds what the code needs against what the catalogue declares, tells what does not agree, and mends what adding mends. */
public final class AuditGoal {
    private final AuditRequest request;
    private final Progress progress;
    private final Set<AuditFinding.Key> accepted;

    /** Modules of images that are neither on the module path nor in the JDK. */
    private final SortedSet<String> unread = new TreeSet<>();

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

    private void run(FailOn failOn) throws GoalException, IOException, InterruptedException {
        CatalogReading reading = Resolutions.read(request.catalog());
        reading.warnings()
                .forEach(notice -> progress.warn(notice.render(reading.catalog().source(), "warning")));
        ModuleIndex index = ModuleIndex.of(request.path());
        TargetJdk jdk = new Jdks(request.jdks(), progress).forReading();
        int modules = index.modules().size();
        progress.say("reading the code of " + modules + (modules == 1 ? " module" : " modules"));
        Evidence evidence = Code.read(index, jdk, request.output());
        JdkNeeds needs = JdkNeeds.of(evidence.asked(), jdk, request.output().resolve(JdkNeeds.ANSWERS), progress);
        Read read = new Read(index, request.edges(), jdk, evidence, needs);
        Audit audit = audit(read, reading.catalog(), accepted);
        if (request.fix()) {
            audit = new AuditFix(request.catalog(), progress).mend(audit, catalog -> audit(read, catalog, accepted));
        }
        if (request.accept()) {
            audit = audit(read, audit.catalog(), accept(audit));
        }
        if (!unread.isEmpty()) {
            progress.warn("the code of " + String.join(", ", unread) + " is not read: the module path does not have "
                    + (unread.size() == 1 ? "it" : "them")
                    + ", and what was accepted stays accepted.\n  Run the goal where the project depends on every module,"
                    + " or on the whole reactor: mvn package whittle:audit");
        }
        write("audit.json", AuditJson.write(audit));
        write("audit.sarif", AuditSarif.write(audit));
        write("audit.md", AuditMarkdown.write(audit));
        AuditText.lines(audit, request.colour()).forEach(progress::say);
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

    /** What does not change while the catalogue does. */
    private record Read(ModuleIndex index, JarEdges edges, TargetJdk jdk, Evidence evidence, JdkNeeds needs) {
        AuditInput with(FeatureCatalog catalog, List<Resolution> images) {
            return new AuditInput(catalog, index, edges, jdk, evidence, needs.asked(), needs.answers(), images);
        }
    }

    private Audit audit(Read read, FeatureCatalog catalog, Set<AuditFinding.Key> known) throws GoalException {
        List<String> faults = new ArrayList<>();
        List<Request> requests = Requests.of(catalog, request.profiles(), request.platforms(), faults);
        List<Resolution> images = Resolutions.answers(catalog, requests, Resolver::resolve, faults);
        Audit audit = Auditor.audit(read.with(catalog, images), known);
        images.stream()
                .flatMap(image -> image.modules().keySet().stream())
                .filter(module -> read.index().find(module).isEmpty())
                .filter(module -> !read.jdk().modules().containsKey(module))
                .forEach(unread::add);
        // Who looks at some profiles or modules alone, or could ask no JDK, does not know what is found no more.
        return isWhole(read) ? audit : audit.withoutStale();
    }

    private boolean isWhole(Read read) {
        boolean everyProfile =
                request.profiles().isEmpty() || request.profiles().equals(List.of(Resolutions.ALL));
        boolean asked = read.needs().asked().isEmpty() || read.needs().answers().isPresent();
        return everyProfile && request.platforms().isEmpty() && asked && unread.isEmpty();
    }

    /** Accepts what is found, and no more what is known to be found no longer. */
    private Set<AuditFinding.Key> accept(Audit audit) throws GoalException, IOException, InterruptedException {
        Set<AuditFinding.Key> keys = new TreeSet<>();
        keys.addAll(accepted);
        audit.stale().forEach(keys::remove);
        audit.findings().forEach(finding -> keys.add(finding.key()));
        audit.accepted().forEach(finding -> keys.add(finding.key()));
        boolean changed = AcceptedFindings.write(request.lockFile(), keys);
        progress.say(
                changed
                        ? "accepted in " + request.lockFile() + ": " + keys.size()
                                + (keys.size() == 1 ? " finding" : " findings")
                        : request.lockFile() + " accepts this already: nothing changed");
        return keys;
    }

    private void write(String name, String document) throws IOException {
        Path file = request.output().resolve(name);
        WholeFile.write(file, document.getBytes(StandardCharsets.UTF_8));
    }
}
