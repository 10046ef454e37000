package io.whittle.assembler.goal;

import io.whittle.assembler.cds.CdsArchive;
import io.whittle.assembler.fresh.ContentHash;
import io.whittle.assembler.link.ImageLink;
import io.whittle.assembler.link.ImagePlan;
import io.whittle.assembler.link.JlinkHome;
import io.whittle.assembler.link.LinkException;
import io.whittle.assembler.link.PlanInput;
import io.whittle.assembler.link.Planner;
import io.whittle.assembler.modules.TargetJdk;
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
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Stream;

/** Plans every image that is asked for, and links when all of them can be planned. */
final class Images {
    private final LinkRequest request;
    private final Acceptance acceptance;
    private final Progress progress;
    private final Jdks jdks;
    private final List<Path> written = new ArrayList<>();

    private record Planned(Resolution resolution, ImagePlan plan, TargetJdk jdk, ImageLink link) {}

    Images(LinkRequest request, Acceptance acceptance, Progress progress) {
        this.request = request;
        this.acceptance = acceptance;
        this.progress = progress;
        this.jdks = new Jdks(request.jdks(), progress);
    }

    /** Files and folders that now stand, by which a later run knows that nothing has changed. */
    List<Path> written() {
        return List.copyOf(written);
    }

    /** Links, unless a plan differs from what was accepted; an image whose size does is not put into place. */
    LinkedImages link() throws GoalException, IOException, InterruptedException {
        OutputPlace.holdKept(request.output());
        AskedImages asked = AskedImages.of(request, jdks, progress);
        warnAtAGlance(asked);
        acceptance.warnOfStrays(asked.catalog(), progress);
        List<Planned> images = plan(asked);
        images.stream()
                .filter(image -> asked.isProfile(image.resolution()))
                .forEach(image -> acceptance.hold(image.resolution(), image.plan()));
        acceptance.complain();
        List<ImageReport> reports = new ArrayList<>();
        for (int i = 0; i < images.size(); i++) {
            make(images.get(i), images.size() > 1 ? " (" + (i + 1) + " of " + images.size() + ")" : "")
                    .ifPresent(reports::add);
        }
        for (ImageReport report : reports) {
            report.lines(request.output()).forEach(progress::say);
        }
        acceptance.complain();
        return new LinkedImages(asked, reports, jdks);
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
                Optional<String> refusal = CdsArchive.refusal(plan, runners);
                if (refusal.isPresent()) {
                    throw new LinkException(refusal.get());
                }
                images.add(new Planned(resolution, plan, jdk, imageLink(asked.catalog(), resolution, plan, runners)));
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

    private ImageLink imageLink(
            FeatureCatalog catalog, Resolution resolution, ImagePlan plan, SortedMap<Platform, List<String>> runners)
            throws GoalException, IOException {
        OutputPlace.below(folder(plan), CdsArchive.LOGS);
        CdsArchive archive = new CdsArchive(
                catalog,
                CheckScope.of(catalog, resolution),
                runners.getOrDefault(plan.platform(), List.of()),
                progress::say,
                progress::detail);
        return new ImageLink(folder(plan), archive, request.after().reproducible());
    }

    private Optional<ImageReport> make(Planned image, String count)
            throws GoalException, IOException, InterruptedException {
        ImagePlan plan = image.plan();
        plan.warnings().forEach(warning -> progress.warn(plan.profile() + " " + plan.platform() + ": " + warning));
        plan.notes().forEach(note -> progress.say(plan.profile() + " " + plan.platform() + ": " + note));
        progress.say("image of " + plan.profile() + " for " + plan.platform() + count + ": "
                + plan.modules().size() + " modules from JDK " + plan.jdk().version() + " in "
                + image.jdk().home()
                + JlinkHome.beside(image.jdk())
                        .map(home -> ", by the jlink of " + home)
                        .orElse(""));
        long begin = System.nanoTime();
        ImageLink.Outcome outcome = link(image);
        if (outcome == ImageLink.Outcome.REFUSED) {
            return Optional.empty();
        }
        written.add(image.link().image());
        written.add(folder(plan).resolve("plan.json"));
        written.add(folder(plan).resolve("resolution.json"));
        boolean made = outcome == ImageLink.Outcome.MADE;
        return Optional.of(ImageReport.of(
                image.resolution(), plan, image.link().image(), effort(image, made, System.nanoTime() - begin)));
    }

    private String effort(Planned image, boolean made, long nanos) {
        String effort = made ? String.format(Locale.ROOT, "linked in %.1f s", nanos / 1e9) : "not linked again";
        if (!request.after().reproducible()) {
            return effort;
        }
        return effort
                + (made ? ", twice to the same bytes" : "; linked twice, it is the same")
                + (image.link().comparesAll(image.plan()) ? "" : ", its archive of classes left aside");
    }

    private ImageLink.Outcome link(Planned image) throws GoalException, IOException, InterruptedException {
        try {
            return image.link()
                    .make(
                            image.plan(),
                            document(image.resolution()),
                            image.jdk(),
                            request.ignoreSignatures(),
                            tool(),
                            made -> acceptance.accepts(image.plan(), made),
                            progress::detail);
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
