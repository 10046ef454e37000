package io.whittle.assembler.goal;

import io.whittle.assembler.fresh.ContentHash;
import io.whittle.assembler.link.ImageLink;
import io.whittle.assembler.link.ImagePlan;
import io.whittle.assembler.link.LinkException;
import io.whittle.assembler.link.PlanInput;
import io.whittle.assembler.link.Planner;
import io.whittle.assembler.modules.ModuleIndex;
import io.whittle.assembler.modules.TargetJdk;
import io.whittle.graph.analysis.CatalogAnalysis;
import io.whittle.graph.catalog.Platform;
import io.whittle.graph.explain.ResolutionJson;
import io.whittle.graph.resolve.Resolution;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Plans every image that is asked for, and links when all of them can be planned. */
final class Images {
    private final LinkRequest request;
    private final Acceptance acceptance;
    private final Progress progress;
    private final List<Path> written = new ArrayList<>();

    private record Planned(Resolution resolution, ImagePlan plan, ImageLink link) {}

    Images(LinkRequest request, Acceptance acceptance, Progress progress) {
        this.request = request;
        this.acceptance = acceptance;
        this.progress = progress;
    }

    /** Files and folders that now stand, by which a later run knows that nothing has changed. */
    List<Path> written() {
        return List.copyOf(written);
    }

    /** Links, unless a plan differs from what was accepted; an image whose size does is not put into place. */
    LinkedImages link() throws GoalException, IOException, InterruptedException {
        AskedImages asked = AskedImages.of(request, progress);
        warnAtAGlance(asked);
        acceptance.warnOfStrays(asked.catalog(), progress);
        TargetJdk jdk = NamedJdk.at(request.jdk());
        List<Planned> images = plan(asked, jdk);
        images.stream()
                .filter(image -> asked.isProfile(image.resolution()))
                .forEach(image -> acceptance.hold(image.resolution(), image.plan()));
        acceptance.complain();
        List<ImageReport> reports = new ArrayList<>();
        for (int i = 0; i < images.size(); i++) {
            make(images.get(i), jdk, images.size() > 1 ? " (" + (i + 1) + " of " + images.size() + ")" : "")
                    .ifPresent(reports::add);
        }
        for (ImageReport report : reports) {
            report.lines(request.output()).forEach(progress::say);
        }
        acceptance.complain();
        return new LinkedImages(asked, reports);
    }

    /** What validating would warn of and costs nothing to see. */
    private void warnAtAGlance(AskedImages asked) {
        List<Platform> platforms =
                asked.each().stream().map(Resolution::platform).distinct().toList();
        // A part of a matrix may have no images.
        if (platforms.isEmpty()) {
            return;
        }
        CatalogAnalysis.glance(asked.catalog(), platforms)
                .findings()
                .forEach(finding -> progress.warn(finding.notice(asked.catalog().source())
                        .render(asked.catalog().source(), finding.severity().word())));
    }

    private List<Planned> plan(AskedImages asked, TargetJdk jdk) throws GoalException, IOException {
        ModuleIndex index = ModuleIndex.of(request.path());
        List<Planned> images = new ArrayList<>();
        // Profiles that fail alike are told of together.
        Map<List<String>, List<String>> failed = new LinkedHashMap<>();
        for (Resolution resolution : asked.each()) {
            PlanInput input = new PlanInput(asked.catalog(), resolution, index, jdk, request.ignoreSignatures());
            try {
                ImagePlan plan = Planner.plan(input);
                images.add(new Planned(resolution, plan, new ImageLink(folder(plan))));
            } catch (LinkException cannot) {
                failed.computeIfAbsent(cannot.faults(), none -> new ArrayList<>())
                        .add(name(resolution));
            }
        }
        if (!failed.isEmpty()) {
            throw new GoalException(failed.entrySet().stream()
                    .flatMap(entry -> faults(entry.getValue(), entry.getKey()).stream())
                    .toList());
        }
        return images;
    }

    private Optional<ImageReport> make(Planned image, TargetJdk jdk, String count)
            throws GoalException, IOException, InterruptedException {
        ImagePlan plan = image.plan();
        plan.notes().forEach(note -> progress.say(plan.profile() + " " + plan.platform() + ": " + note));
        progress.say("image of " + plan.profile() + " for " + plan.platform() + count + ": "
                + plan.modules().size() + " modules from JDK " + plan.jdk().version());
        long begin = System.nanoTime();
        ImageLink.Outcome outcome = link(image, jdk);
        if (outcome == ImageLink.Outcome.REFUSED) {
            return Optional.empty();
        }
        written.add(image.link().image());
        written.add(folder(plan).resolve("plan.json"));
        written.add(folder(plan).resolve("resolution.json"));
        boolean made = outcome == ImageLink.Outcome.MADE;
        return Optional.of(
                ImageReport.of(image.resolution(), plan, image.link().image(), made, System.nanoTime() - begin));
    }

    private ImageLink.Outcome link(Planned image, TargetJdk jdk)
            throws GoalException, IOException, InterruptedException {
        try {
            return image.link()
                    .make(
                            image.plan(),
                            document(image.resolution()),
                            jdk,
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

    private static String name(Resolution resolution) {
        return resolution.profile().name() + " for " + resolution.platform();
    }

    private static byte[] document(Resolution resolution) {
        return ResolutionJson.write(resolution).getBytes(StandardCharsets.UTF_8);
    }

    private Path folder(ImagePlan plan) {
        return request.output().resolve(plan.profile()).resolve(plan.platform().folder());
    }
}
