package io.whittle.assembler.goal;

import io.whittle.assembler.audit.Audit;
import io.whittle.assembler.audit.AuditFinding;
import io.whittle.assembler.audit.AuditInput;
import io.whittle.assembler.audit.Auditor;
import io.whittle.assembler.evidence.Evidence;
import io.whittle.assembler.fresh.WholeFile;
import io.whittle.assembler.init.InitInput;
import io.whittle.assembler.init.Sketch;
import io.whittle.assembler.init.SketchText;
import io.whittle.assembler.init.Sketcher;
import io.whittle.assembler.modular.ModularPath;
import io.whittle.assembler.modules.ApplicationModule;
import io.whittle.assembler.modules.JarEdges;
import io.whittle.assembler.modules.ModuleIndex;
import io.whittle.assembler.modules.TargetJdk;
import io.whittle.assembler.plan.JarPath;
import io.whittle.assembler.plan.LinkException;
import io.whittle.assembler.plan.PlanInput;
import io.whittle.assembler.plan.Planner;
import io.whittle.graph.analysis.CatalogAnalysis;
import io.whittle.graph.analysis.Severity;
import io.whittle.graph.catalog.CatalogException;
import io.whittle.graph.catalog.CatalogReader;
import io.whittle.graph.catalog.FeatureCatalog;
import io.whittle.graph.catalog.Platform;
import io.whittle.graph.resolve.Request;
import io.whittle.graph.resolve.Resolution;
import io.whittle.graph.resolve.Resolver;
import io.whittle.graph.resolve.UnresolvableException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes a first catalogue for a project that has none, from what its code uses. */
public final class InitGoal {
    private final InitRequest request;
    private final Progress progress;

    private InitGoal(InitRequest request, Progress progress) {
        this.request = request;
        this.progress = progress;
    }

    /**
     * Runs the goal. What it writes reads back without an error; what an audit still finds is warned of. No file is ever
     * replaced.
     *
     * @throws GoalException when a catalogue is there already, or the project has no module; then nothing is written
     */
    public static void run(InitRequest request, Progress progress)
            throws GoalException, IOException, InterruptedException {
        new InitGoal(request, progress).run();
    }

    private void run() throws GoalException, IOException, InterruptedException {
        refuseToReplace();
        ModuleIndex index = index();
        TargetJdk jdk = new Jdks(request.jdks(), progress).forReading();
        progress.say("reading the code of " + number(index.modules().size(), "module"));
        Evidence evidence = Code.read(index, jdk, request.output());
        JdkNeeds needs = JdkNeeds.of(evidence.asked(), jdk, request.jdks().cache(), progress);
        Sketch sketch = Sketcher.sketch(
                new InitInput(Optional.of(request.project()), index, jdk, evidence, needs.byOwnModule(index, jdk)));
        String text = SketchText.write(sketch);
        FeatureCatalog catalog = readBack(text);
        List<Resolution> images = images(catalog);
        Audit audit = Auditor.audit(
                new AuditInput(catalog, index, JarEdges.UNKNOWN, jdk, evidence, needs.asked(), needs.answers(), images),
                Set.<AuditFinding.Key>of());
        Set<String> unlinkable = new LinkedHashSet<>();
        ModularPath path = ModularPaths.of(index, JarEdges.UNKNOWN, catalog, jdk, request.output());
        for (Resolution image : images) {
            unlinkable.addAll(faults(new PlanInput(
                    catalog, image, path.in(image), new JarPath(request.path(), JarEdges.UNKNOWN), jdk, false)));
        }
        WholeFile.write(request.to().toAbsolutePath(), text.getBytes(StandardCharsets.UTF_8));
        new InitReport(request, progress).tell(sketch, audit, unlinkable);
    }

    private void refuseToReplace() throws GoalException {
        // A link that leads nowhere is somebody's, too.
        if (Files.exists(request.to(), LinkOption.NOFOLLOW_LINKS)) {
            throw new GoalException(List.of(request.to() + " exists, and whittle:init replaces nothing.\n"
                    + "  Let whittle:audit -Dwhittle.fix add what it lacks, or name another file with"
                    + " -Dwhittle.to=<file>."));
        }
    }

    private ModuleIndex index() throws GoalException {
        ModuleIndex index = ModuleIndex.of(request.path());
        index.unreadable()
                .forEach(unreadable ->
                        progress.warn(unreadable.entry().label() + " cannot be read: " + unreadable.reason() + "."));
        List<ApplicationModule> own = index.modules().values().stream()
                .map(found -> found.get(0))
                .filter(module -> module.entry().own())
                .toList();
        String bare = own.stream()
                .filter(ApplicationModule::automatic)
                .map(module -> module.entry().label())
                .sorted()
                .collect(Collectors.joining(", "));
        if (own.stream().allMatch(ApplicationModule::automatic)) {
            throw new GoalException(List.of(
                    bare.isEmpty()
                            ? "No module of the project is built.\n"
                                    + "  Build in the same call, with tests or without: mvn package whittle:init. A module has a"
                                    + " module-info.java."
                            : "The project has no module: nowhere in " + bare
                                    + " is a module-info.class, and jlink links"
                                    + " modules alone.\n"
                                    + "  Give each a module-info.java; 'jdeps --generate-module-info <folder> <jar>' drafts"
                                    + " one. Then run mvn package whittle:init."));
        }
        if (!bare.isEmpty()) {
            progress.warn("Without a module-info.class, and so in no feature: " + bare + ".\n"
                    + "  Give each a module-info.java, and add it to 'modules' of a feature.");
        }
        return index;
    }

    private FeatureCatalog readBack(String text) throws GoalException {
        List<String> faults = new ArrayList<>();
        try {
            FeatureCatalog catalog = CatalogReader.read(request.to(), text).catalog();
            CatalogAnalysis.of(catalog, List.of(Platform.host())).findings().stream()
                    .filter(finding -> finding.severity() == Severity.ERROR)
                    .forEach(finding ->
                            faults.add(finding.notice(catalog.source()).render(catalog.source(), "error")));
            if (faults.isEmpty()) {
                return catalog;
            }
        } catch (CatalogException broken) {
            faults.add(broken.getMessage());
        }
        throw blame(faults);
    }

    private GoalException blame(List<String> faults) {
        return new GoalException(
                List.of("What was made of the code is no catalogue without faults, so nothing is written."
                        + " Whittle is to blame, not the project; please report it.\n" + String.join("\n", faults)));
    }

    private List<Resolution> images(FeatureCatalog catalog) throws GoalException {
        List<Resolution> images = new ArrayList<>();
        for (String profile : catalog.profiles().keySet()) {
            try {
                images.add(Resolver.resolve(catalog, new Request(profile, Platform.host())));
            } catch (UnresolvableException cannot) {
                throw blame(List.of(cannot.getMessage()));
            }
        }
        return images;
    }

    /** What no catalogue can mend: jars that jlink links in no way, and the like. */
    private static List<String> faults(PlanInput image) throws IOException {
        try {
            Planner.plan(image);
            return List.of();
        } catch (LinkException refused) {
            return refused.faults();
        }
    }

    static String number(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
