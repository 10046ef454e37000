package io.whittle.assembler.goal;

import io.whittle.assembler.cost.BudgetKind;
import io.whittle.assembler.fresh.GoalRecord;
import io.whittle.assembler.oci.ContainerImage;
import io.whittle.assembler.oci.ContainerImages;
import io.whittle.assembler.oci.OciReports;
import io.whittle.assembler.oci.OciSettings;
import io.whittle.assembler.oci.PlannedContainer;
import io.whittle.assembler.pack.PackException;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;

/** Makes container images of the images of profiles and platforms: layouts of the OCI, and archives for {@code docker load}. */
public final class OciGoal {
    private final OciRequest request;
    private final Progress progress;

    private OciGoal(OciRequest request, Progress progress) {
        this.request = request;
        this.progress = progress;
    }

    /**
     * Runs the goal. Images are linked where they do not stand as they would be; unchanged container images are left alone.
     *
     * @return archives for {@code docker load}, with what each would be called where it is published
     * @throws GoalException with everything that stands against it; what was made before stands. A profile of which an image cannot be linked does not
     *     keep the others from being made
     */
    public static List<PackedArtifact> run(OciRequest request, Progress progress)
            throws GoalException, IOException, InterruptedException {
        BuildLock lock = BuildLock.in(request.link().output(), progress);
        try {
            new Leftovers(request.link().output(), progress).clear();
            return new OciGoal(request, progress).run();
        } finally {
            lock.close();
        }
    }

    private List<PackedArtifact> run() throws GoalException, IOException, InterruptedException {
        LinkRequest link = request.link();
        OutputPlace.below(link.output(), Leftovers.CONTAINERS);
        // What makes no sense is told before anything is linked.
        List<String> faults = new ArrayList<>();
        OciSettings settings = OciWords.settings(request, faults);
        Containers containers = new Containers(request, settings, progress, faults);
        load(settings, faults);
        if (!faults.isEmpty()) {
            throw new GoalException(faults);
        }
        RememberedWarnings warnings = new RememberedWarnings(progress);
        OutputOwner owner = new OutputOwner(link);
        owner.warnOfAnother(progress);
        LinkedImages images =
                Images.toWorkOn(link, Acceptance.of(link, warnings), warnings).link();
        owner.claim();
        SortedMap<String, List<PlannedContainer>> planned = containers.plan(images);
        // An index that lacks a platform would not be whole.
        planned.keySet().removeIf(profile -> !images.isWhole(profile));
        if (!planned.isEmpty()) {
            make(settings, planned);
        }
        new HeldBudgets(link, images, progress).warnUnheld(BudgetKind.ARCHIVE, "whittle:oci");
        images.complain(List.of());
        return settings.archive() ? artifacts(settings, planned) : List.of();
    }

    private void make(OciSettings settings, SortedMap<String, List<PlannedContainer>> planned) throws IOException {
        Path output = request.link().output();
        Path layouts = output.resolve(Leftovers.CONTAINERS);
        List<PlannedContainer> all =
                planned.values().stream().flatMap(List::stream).toList();
        StringBuilder asked =
                new StringBuilder(request.link().tool()).append('\n').append(settings);
        all.forEach(each -> asked.append('\n').append(each.text()));
        GoalRecord record = new GoalRecord(layouts.resolve("oci.record"));
        Optional<List<String>> unchanged = record.unchanged(asked.toString());
        if (unchanged.isPresent()) {
            progress.say("unchanged: container images of " + String.join(", ", planned.keySet()));
            unchanged.get().forEach(progress::say);
            return;
        }
        GoalRecord.Begun begun = record.begin(asked.toString(), List.of(), inputs(settings, all));
        List<ContainerImages> made =
                ContainerImages.write(settings, layouts, planned, new SpokenOciProgress(progress, System::nanoTime));
        List<String> lines = OciReports.write(made, output);
        lines.forEach(progress::say);
        begun.write(outputs(made, output), lines);
    }

    private List<Path> inputs(OciSettings settings, List<PlannedContainer> all) {
        return Stream.of(
                        all.stream().map(each -> each.source().image()),
                        all.stream().flatMap(each -> each.inputs().stream()),
                        settings.certificates().stream(),
                        request.below().base().stream(),
                        request.link().toolFiles().stream())
                .flatMap(files -> files)
                .distinct()
                .toList();
    }

    private static List<Path> outputs(List<ContainerImages> made, Path output) {
        List<Path> outputs = new ArrayList<>(OciReports.files(made, output));
        for (ContainerImages images : made) {
            if (images.settings().layout()) {
                outputs.add(images.layout());
            }
            images.each().stream().flatMap(image -> image.archive().stream()).forEach(outputs::add);
        }
        return outputs;
    }

    private static List<PackedArtifact> artifacts(
            OciSettings settings, SortedMap<String, List<PlannedContainer>> planned) {
        return planned.values().stream()
                .flatMap(List::stream)
                .map(PlannedContainer::source)
                .map(source -> new PackedArtifact(
                        ContainerImage.archiveOf(settings, source),
                        "docker.tar",
                        source.profile() + "-" + source.platform().folder()))
                .toList();
    }

    private static void load(OciSettings settings, List<String> faults) {
        try {
            settings.compression().load();
        } catch (PackException missing) {
            faults.add(missing.getMessage());
        }
    }
}
