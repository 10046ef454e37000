package io.whittle.assembler.goal;

import io.whittle.assembler.cds.CdsArchive;
import io.whittle.assembler.cost.BudgetKind;
import io.whittle.assembler.fresh.ContentHash;
import io.whittle.assembler.link.ImageLink;
import io.whittle.assembler.link.LinkMeans;
import io.whittle.assembler.modules.TargetJdk;
import io.whittle.assembler.plan.ImagePlan;
import io.whittle.assembler.plan.JlinkHome;
import io.whittle.assembler.plan.LaunchersOfChecks;
import io.whittle.assembler.plan.LinkException;
import io.whittle.assembler.plan.PlanInput;
import io.whittle.assembler.plan.Planner;
import io.whittle.assembler.store.ImageStore;
import io.whittle.assembler.workers.LinkWorkers;
import io.whittle.graph.analysis.CatalogAnalysis;
import io.whittle.graph.catalog.FeatureCatalog;
import io.whittle.graph.catalog.Platform;
import io.whittle.graph.explain.ResolutionJson;
import io.whittle.graph.resolve.CheckScope;
import io.whittle.graph.resolve.Resolution;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Plans every image that is asked for, and links when all of them can be planned. */
final class Images {
    private final LinkRequest request;
    private final Acceptance acceptance;
    private final Progress progress;
    private final boolean brief;
    private final Jdks jdks;
    private final List<Path> written = new ArrayList<>();

    private record Planned(FeatureCatalog catalog, Resolution resolution, ImagePlan plan, TargetJdk jdk) {}

    /** What came of one: a report, or what differs in its size from what was accepted. */
    private record Made(
            Planned image, Optional<ImageReport> report, boolean changed, Optional<Path> mark, List<String> refused) {}

    /** Those that whoever asks wants to know all of. */
    Images(LinkRequest request, Acceptance acceptance, Progress progress) {
        this(request, acceptance, progress, false);
    }

    private Images(LinkRequest request, Acceptance acceptance, Progress progress, boolean brief) {
        this.request = request;
        this.acceptance = acceptance;
        this.progress = progress;
        this.brief = brief;
        this.jdks = new Jdks(request.jdks(), progress);
    }

    /** Those that something else is done with: of one that stands unchanged one line is said, since whoever linked it said the rest. */
    static Images toWorkOn(LinkRequest request, Acceptance acceptance, Progress progress) {
        return new Images(request, acceptance, progress, true);
    }

    /** Files and folders that now stand, by which a later run knows that nothing has changed. */
    List<Path> written() {
        return List.copyOf(written);
    }

    /**
     * Links, unless a plan differs from what was accepted; an image whose size does is not put into place. One that exceeds its budget
     * stands.
     *
     * @return those that stand, with what stands against any
     * @throws GoalException where none stands
     */
    LinkedImages link() throws GoalException, IOException, InterruptedException {
        OutputPlace.holdKept(request.output());
        AskedImages asked = AskedImages.of(request, jdks, progress);
        warnAtAGlance(asked);
        acceptance.warnOfStrays(asked.catalog(), progress);
        List<Planned> images = plan(asked);
        OutputPlace.trimKept(request.output(), progress);
        images.stream()
                .filter(image -> asked.isProfile(image.resolution()))
                .forEach(image -> acceptance.hold(image.resolution(), image.plan()));
        acceptance.complain();
        List<ImageReport> reports = new ArrayList<>();
        List<ImageReport> toldBefore = new ArrayList<>();
        SideBySide.Done<Made> done = makeAll(images);
        for (Made made : done.each().stream().flatMap(Optional::stream).toList()) {
            acceptance.refuse(made.image().plan(), made.refused());
            if (made.report().isPresent()) {
                reports.add(made.report().get());
                if (brief && !made.changed()) {
                    toldBefore.add(made.report().get());
                }
                Path folder = folder(made.image().plan());
                written.addAll(List.of(
                        made.report().get().image(), folder.resolve("plan.json"), folder.resolve("resolution.json")));
                made.mark().ifPresent(written::add);
            }
        }
        for (ImageReport report : reports) {
            List<String> lines = report.lines(request.output());
            lines.subList(0, toldBefore.contains(report) ? 1 : lines.size()).forEach(progress::say);
        }
        List<String> faults = new ArrayList<>(done.faults());
        acceptance.fault().ifPresent(faults::add);
        LinkedImages linked = new LinkedImages(asked, reports, jdks, faults);
        if (reports.isEmpty()) {
            linked.complain(List.of());
        }
        HeldBudgets budgets = new HeldBudgets(request, linked, progress);
        for (ImageReport report : reports) {
            budgets.hold(report, Map.of(BudgetKind.IMAGE, OptionalLong.of(report.bytes())));
        }
        faults.addAll(budgets.faults());
        return linked.with(faults);
    }

    // One alone is linked by a process of its own: a worker would be as cold.
    private SideBySide.Done<Made> makeAll(List<Planned> images) throws IOException, InterruptedException {
        int most = Math.min(request.linking().workers(), images.size());
        if (images.size() <= 1) {
            return SideBySide.run("image", works(images, Optional.empty()), most, progress);
        }
        try (LinkWorkers workers = new LinkWorkers(most, progress::warnOnce)) {
            return SideBySide.run("image", works(images, Optional.of(workers)), most, progress);
        }
    }

    private List<SideBySide.Work<Made>> works(List<Planned> images, Optional<LinkWorkers> workers) {
        List<SideBySide.Work<Made>> works = new ArrayList<>();
        for (int i = 0; i < images.size(); i++) {
            Planned image = images.get(i);
            String count = images.size() > 1 ? " (" + (i + 1) + " of " + images.size() + ")" : "";
            works.add(said -> make(image, count, workers, said));
        }
        return works;
    }

    /** What validating would warn of and costs nothing to see. */
    private void warnAtAGlance(AskedImages asked) {
        // A part of a matrix may have no images.
        if (asked.each().isEmpty()) {
            return;
        }
        CatalogAnalysis.glance(asked.catalog(), platforms(asked))
                .findings()
                .forEach(finding -> progress.warn(finding.notice(asked.catalog().source())
                        .render(asked.catalog().source(), finding.severity().word())));
    }

    private List<Planned> plan(AskedImages asked) throws GoalException, IOException, InterruptedException {
        // A platform without a JDK is told together with what else stands against images.
        Set<String> faults = new LinkedHashSet<>();
        SortedMap<Platform, TargetJdk> found = jdks.on(platforms(asked), faults);
        ModularPaths paths = new ModularPaths(request, asked.catalog());
        SortedMap<Platform, List<String>> runners = Runners.of(request.after().runners());
        List<Planned> images = new ArrayList<>();
        // Profiles that fail alike are told of together.
        Map<List<String>, List<String>> failed = new LinkedHashMap<>();
        for (Resolution resolution : asked.each()) {
            TargetJdk jdk = found.get(resolution.platform());
            if (jdk == null) {
                continue;
            }
            PlanInput input = new PlanInput(
                    asked.catalog(),
                    resolution,
                    paths.with(jdk).found(),
                    paths.with(jdk).in(resolution),
                    request.jars(),
                    paths.with(jdk).jars(resolution),
                    jdk,
                    request.ignoreSignatures());
            try {
                ImagePlan plan = Planner.plan(input);
                List<String> against = LaunchersOfChecks.faults(asked.catalog(), resolution, plan);
                CdsArchive.refusal(plan, runners).ifPresent(against::add);
                if (!against.isEmpty()) {
                    throw new LinkException(against);
                }
                OutputPlace.below(folder(plan), CdsArchive.LOGS);
                images.add(new Planned(asked.catalog(), resolution, plan, jdk));
            } catch (LinkException cannot) {
                failed.computeIfAbsent(cannot.faults(), none -> new ArrayList<>())
                        .add(name(resolution));
            }
        }
        failed.forEach((texts, of) -> faults.addAll(faults(of, texts)));
        if (!faults.isEmpty()) {
            throw new GoalException(List.copyOf(faults));
        }
        return images;
    }

    private ImageLink imageLink(Planned image, Optional<LinkWorkers> workers, Progress said) throws GoalException {
        CdsArchive archive = new CdsArchive(
                image.catalog(),
                CheckScope.of(image.catalog(), image.resolution()),
                Runners.of(request.after().runners()).getOrDefault(image.plan().platform(), List.of()),
                said::say,
                said::detail);
        return new ImageLink(
                folder(image.plan()), new LinkMeans(archive, request.after().reproducible(), workers, store(said)));
    }

    private Optional<ImageStore> store(Progress said) {
        return request.linking().store().map(store -> new ImageStore(store.folder(), store.limit(), said::warnOnce));
    }

    private Made make(Planned image, String count, Optional<LinkWorkers> workers, Progress said)
            throws GoalException, IOException, InterruptedException {
        ImagePlan plan = image.plan();
        plan.warnings().forEach(warning -> said.warn(plan.profile() + " " + plan.platform() + ": " + warning));
        List<String> opening = new ArrayList<>();
        plan.notes().forEach(note -> opening.add(plan.profile() + " " + plan.platform() + ": " + note));
        opening.add("image of " + plan.profile() + " for " + plan.platform() + count + ": "
                + plan.modules().size() + " modules from JDK " + plan.jdk().version() + " in "
                + image.jdk().home()
                + JlinkHome.beside(image.jdk())
                        .map(home -> ", by the jlink of " + home)
                        .orElse(""));
        // Of one that stands already nothing begins.
        Runnable open = () -> {
            opening.forEach(said::say);
            opening.clear();
        };
        if (!brief) {
            open.run();
        }
        long begin = System.nanoTime();
        ImageLink link = imageLink(image, workers, said);
        List<String> refused = new ArrayList<>();
        ImageLink.Outcome outcome = link(image, link, refused, line -> {
            open.run();
            said.detail(line);
        });
        boolean changed = outcome != ImageLink.Outcome.UNCHANGED;
        if (changed) {
            open.run();
        }
        if (outcome == ImageLink.Outcome.REFUSED) {
            return new Made(image, Optional.empty(), changed, Optional.empty(), refused);
        }
        // Here, since another image may fail and this one stands all the same.
        Path mark = CellMark.write(folder(plan), image.resolution(), plan);
        String effort = effort(link.comparesAll(plan), outcome, System.nanoTime() - begin);
        return new Made(
                image,
                Optional.of(ImageReport.of(image.resolution(), plan, link.image(), effort)),
                changed,
                Optional.of(mark),
                List.of());
    }

    private String effort(boolean comparesAll, ImageLink.Outcome outcome, long nanos) {
        String seconds = String.format(Locale.ROOT, "in %.1f s", nanos / 1e9);
        String effort = switch (outcome) {
            case MADE -> "linked " + seconds;
            case FETCHED -> "from the store " + seconds;
            case UNCHANGED, REFUSED -> "not linked again";
        };
        if (!request.after().reproducible()) {
            return effort;
        }
        return effort
                + (outcome == ImageLink.Outcome.MADE ? ", twice to the same bytes" : "; linked twice, it is the same")
                + (comparesAll ? "" : ", its archive of classes left aside");
    }

    private ImageLink.Outcome link(Planned image, ImageLink link, List<String> refused, Consumer<String> detail)
            throws GoalException, IOException, InterruptedException {
        try {
            return link.make(
                    image.plan(),
                    document(image.resolution()),
                    image.jdk(),
                    request.ignoreSignatures(),
                    tool(),
                    made -> !refused.addAll(acceptance.ofSize(image.plan(), made)),
                    detail);
        } catch (LinkException cannot) {
            throw new GoalException(faults(List.of(name(image.resolution())), cannot.faults()));
        }
    }

    // A snapshot keeps its version while its files change.
    private String tool() throws IOException {
        StringBuilder tool = new StringBuilder(request.tool());
        for (Path file : request.toolFiles()) {
            tool.append(' ').append(ContentHash.of(file));
        }
        return tool.toString();
    }

    private static List<String> faults(List<String> images, List<String> faults) {
        return Stream.concat(Stream.of("No image of " + String.join(", ", images) + ":"), faults.stream())
                .toList();
    }

    private static List<Platform> platforms(AskedImages asked) {
        return asked.each().stream().map(Resolution::platform).distinct().toList();
    }

    private static String name(Resolution resolution) {
        return resolution.profile().name() + " for " + resolution.platform();
    }

    private static byte[] document(Resolution resolution) {
        return ResolutionJson.write(resolution).getBytes(StandardCharsets.UTF_8);
    }

    private Path folder(ImagePlan plan) throws GoalException {
        return OutputPlace.of(request.output(), plan.profile(), plan.platform());
    }
}
