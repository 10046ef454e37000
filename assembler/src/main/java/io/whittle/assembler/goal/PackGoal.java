package io.whittle.assembler.goal;

import io.whittle.assembler.cost.BudgetKind;
import io.whittle.assembler.fresh.GoalRecord;
import io.whittle.assembler.pack.ArchiveFormat;
import io.whittle.assembler.pack.ImageArchives;
import io.whittle.assembler.pack.PackException;
import io.whittle.assembler.pack.PackOrder;
import io.whittle.assembler.pack.PackText;
import io.whittle.graph.catalog.NearestName;
import io.whittle.graph.catalog.Platform;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Packs the images of profiles and platforms into archives to publish. */
public final class PackGoal {
    private final PackRequest request;
    private final Progress progress;

    private PackGoal(PackRequest request, Progress progress) {
        this.request = request;
        this.progress = progress;
    }

    /**
     * Runs the goal. Images are linked where they do not stand as they would be; an unchanged image is not packed again.
     *
     * @return every archive that was asked for
     * @throws GoalException with everything that stands against it; archives of an earlier call stand
     */
    public static List<PackedArtifact> run(PackRequest request, Progress progress)
            throws GoalException, IOException, InterruptedException {
        BuildLock lock = BuildLock.in(request.link().output(), progress);
        try {
            new Leftovers(request.link().output(), progress).clear();
            return new PackGoal(request, progress).run();
        } finally {
            lock.close();
        }
    }

    private List<PackedArtifact> run() throws GoalException, IOException, InterruptedException {
        LinkRequest link = request.link();
        // A wrong word is told before anything is linked.
        List<ArchiveFormat> formats = formats();
        RememberedWarnings warnings = new RememberedWarnings(progress);
        OutputOwner owner = new OutputOwner(link);
        owner.warnOfAnother(progress);
        LinkedImages images =
                Images.toWorkOn(link, Acceptance.of(link, warnings), warnings).link();
        owner.claim();
        List<PackedArtifact> packed = new ArrayList<>();
        List<String> faults = new ArrayList<>();
        HeldBudgets budgets = new HeldBudgets(link, images, progress);
        for (ImageReport image : images.each()) {
            PackOrder order = order(image, formats);
            try {
                pack(order);
                hold(image, order, budgets);
            } catch (PackException cannot) {
                faults.add("The image of " + order.profile() + " for " + order.platform() + " is not packed:\n  "
                        + cannot.getMessage());
            }
            packed.addAll(artifacts(order));
        }
        faults.addAll(budgets.faults());
        images.complain(faults);
        return List.copyOf(packed);
    }

    /** Whoever fetches an image fetches one archive, and may take the smallest. */
    private static void hold(ImageReport image, PackOrder order, HeldBudgets budgets)
            throws GoalException, IOException, InterruptedException {
        SortedMap<Long, ArchiveFormat> bySize = new TreeMap<>();
        for (ArchiveFormat format : order.formats()) {
            bySize.putIfAbsent(Files.size(order.archive(format)), format);
        }
        budgets.hold(
                image, Map.of(BudgetKind.ARCHIVE, OptionalLong.of(bySize.firstKey())), bySize.get(bySize.firstKey()));
    }

    private void pack(PackOrder order) throws PackException, IOException {
        String asked = request.link().tool() + "\n" + order;
        GoalRecord record = new GoalRecord(order.folder().resolve("pack.record"));
        Optional<List<String>> unchanged = record.unchanged(asked);
        if (unchanged.isPresent()) {
            repeat(unchanged.get());
            return;
        }
        GoalRecord.Begun begun = record.begin(
                asked,
                List.of(),
                Stream.concat(Stream.of(order.image()), request.link().toolFiles().stream())
                        .toList());
        String image = order.profile() + " for " + order.platform();
        List<String> lines =
                PackText.lines(ImageArchives.pack(order, new SpokenPackProgress(image, progress, System::nanoTime)));
        lines.forEach(progress::say);
        begun.write(ImageArchives.files(order), lines);
    }

    private void repeat(List<String> lines) {
        progress.say("unchanged: " + lines.get(0));
        lines.subList(1, lines.size()).forEach(progress::say);
    }

    private PackOrder order(ImageReport image, List<ArchiveFormat> formats) {
        Platform platform = image.plan().platform();
        return new PackOrder(
                image.image(),
                request.artifact() + "-" + request.version() + "-"
                        + classifier(image.plan().profile(), platform),
                image.plan().profile(),
                platform,
                image.planHash(),
                image.plan().changed(),
                formats.isEmpty() ? List.of(ArchiveFormat.usualOn(platform.os())) : formats);
    }

    private static List<PackedArtifact> artifacts(PackOrder order) {
        return order.formats().stream()
                .map(format -> new PackedArtifact(
                        order.archive(format), format.word(), classifier(order.profile(), order.platform())))
                .toList();
    }

    private static String classifier(String profile, Platform platform) {
        return profile + "-" + platform.folder();
    }

    private List<ArchiveFormat> formats() throws GoalException {
        List<ArchiveFormat> formats = new ArrayList<>();
        List<String> faults = new ArrayList<>();
        for (String word : new LinkedHashSet<>(request.formats())) {
            ArchiveFormat.of(word).ifPresentOrElse(formats::add, () -> faults.add(unknown(word)));
        }
        if (!faults.isEmpty()) {
            throw new GoalException(faults);
        }
        return formats;
    }

    /**
     * The format of this word.
     *
     * @throws GoalException where there is none
     */
    static ArchiveFormat format(String word) throws GoalException {
        return ArchiveFormat.of(word).orElseThrow(() -> new GoalException(List.of(unknown(word))));
    }

    private static String unknown(String word) {
        SortedSet<String> known = Stream.of(ArchiveFormat.values())
                .map(ArchiveFormat::word)
                .collect(Collectors.toCollection(TreeSet::new));
        return "whittle.formats names '" + word + "', and there is no such format.\n  "
                + new NearestName()
                        .to(word, known)
                        .map(meant -> "Is " + meant + " meant?")
                        .orElse("There are " + String.join(", ", known) + ".");
    }
}
