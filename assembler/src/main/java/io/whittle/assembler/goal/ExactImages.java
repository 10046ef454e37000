package io.whittle.assembler.goal;

import io.whittle.assembler.cost.Weight;
import io.whittle.assembler.fresh.FolderTree;
import io.whittle.assembler.jimage.ImageSize;
import io.whittle.assembler.link.ImageArchive;
import io.whittle.assembler.link.ImageLink;
import io.whittle.assembler.link.LinkMeans;
import io.whittle.assembler.modules.TargetJdk;
import io.whittle.assembler.pack.ArchiveFormat;
import io.whittle.assembler.pack.CompressedSize;
import io.whittle.assembler.pack.PackException;
import io.whittle.assembler.plan.ImagePlan;
import io.whittle.assembler.plan.LinkException;
import io.whittle.assembler.workers.LinkWorkers;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Links images to measure them, several at a time, and keeps none.
 *
 * @param folder in which each stands for its time
 * @param jdk the JDK they are linked from
 * @param ignoreSignatures whether signed jars are linked, without their signature
 * @param format of the archives
 * @param most how many are linked at a time, at least 1
 */
record ExactImages(
        Path folder, TargetJdk jdk, boolean ignoreSignatures, ArchiveFormat format, int most, Progress progress) {
    private static final byte[] NO_DOCUMENT = "{}\n".getBytes(StandardCharsets.UTF_8);

    /** What each takes, in their order. */
    List<Weight> measure(List<ImagePlan> plans) throws LinkException, IOException, InterruptedException {
        progress.say("linking " + plans.size() + (plans.size() == 1 ? " image" : " images"));
        FolderTree.delete(folder);
        SideBySide.Done<Weight> done;
        try (LinkWorkers workers = new LinkWorkers(most, progress::warnOnce)) {
            LinkMeans means = new LinkMeans(ImageArchive.NONE, false, Optional.of(workers), Optional.empty());
            List<SideBySide.Work<Weight>> works = new ArrayList<>();
            for (int i = 0; i < plans.size(); i++) {
                ImagePlan plan = plans.get(i);
                ImageLink link = new ImageLink(folder.resolve(String.valueOf(i)), means);
                String count = "image " + (i + 1) + " of " + plans.size() + " linked";
                works.add(said -> {
                    Weight weight = measure(plan, link, said);
                    // Of several at a time the others tell how far they are.
                    if (most == 1) {
                        said.say(count);
                    }
                    return weight;
                });
            }
            done = SideBySide.run("image", works, most, progress);
        } finally {
            FolderTree.delete(folder);
        }
        if (!done.faults().isEmpty()) {
            throw new LinkException(done.faults());
        }
        return done.each().stream().map(Optional::orElseThrow).toList();
    }

    private Weight measure(ImagePlan plan, ImageLink link, Progress said)
            throws GoalException, IOException, InterruptedException {
        try {
            link.make(plan, NO_DOCUMENT, jdk, ignoreSignatures, "variant", image -> true, said::detail);
            return new Weight(
                    ImageSize.of(link.image()).total(), CompressedSize.ofArchive(link.image(), plan.profile(), format));
        } catch (PackException cannot) {
            throw new GoalException(List.of(cannot.getMessage()));
        } catch (LinkException cannot) {
            throw new GoalException(cannot.faults());
        } finally {
            FolderTree.delete(link.image().getParent());
        }
    }
}
