package io.whittle.assembler.link;

import io.whittle.assembler.classpath.ClassPathFolder;
import io.whittle.assembler.jimage.ImageComparison;
import io.whittle.assembler.jimage.ImageDifference;
import io.whittle.assembler.modules.TargetJdk;
import io.whittle.assembler.plan.ImagePlan;
import io.whittle.assembler.plan.LinkException;
import io.whittle.assembler.plan.PlannedJar;
import io.whittle.assembler.workers.LinkWorkers;
import io.whittle.graph.catalog.Launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The steps from a plan to a proved image in a folder of its own. What is proved to come twice is linked by processes of their own. */
final class ImageMaking {
    /** More lines than a person reads. */
    private static final int SHOWN = 20;

    private final ImagePlan plan;
    private final TargetJdk jdk;
    private final boolean ignoreSignatures;
    private final LinkMeans means;
    private final Consumer<String> detail;

    ImageMaking(ImagePlan plan, TargetJdk jdk, boolean ignoreSignatures, LinkMeans means, Consumer<String> detail) {
        this.plan = plan;
        this.jdk = jdk;
        this.ignoreSignatures = ignoreSignatures;
        this.means = means;
        this.detail = detail;
    }

    /** Links into a folder that does not exist, and proves what came of it. */
    void first(Path image) throws LinkException, IOException, InterruptedException {
        link(image, means.workers());
        means.archive().addTo(image, plan);
    }

    private void link(Path image, Optional<LinkWorkers> workers)
            throws LinkException, IOException, InterruptedException {
        Jlink.of(jdk, workers).run(JlinkArguments.of(plan, jdk, ignoreSignatures, image), image, detail);
        ImageProof.proveThatThereIsOne(image);
        new LaidNativeFiles(image).lay(plan.natives().laid());
        new ClassPathFolder(image)
                .lay(plan.classPath().stream().map(PlannedJar::laid).toList());
        for (Launcher launcher : plan.launchers()) {
            new LauncherScript(launcher, plan.launchPath())
                    .writeTo(image, plan.platform().os());
        }
        if (plan.settings().features().isPresent()) {
            new LaidFeatures(image, plan.settings().features().get()).lay();
        }
        // Before anything in it is run: it may be for another machine.
        ImageProof.prove(plan, image);
    }

    /**
     * Links once more, and proves that the same came of it.
     *
     * @param first what was linked before
     * @param second a folder that does not exist; the caller clears it away
     * @throws LinkException with what differs
     */
    void again(Path first, Path second) throws LinkException, IOException, InterruptedException {
        link(second, Optional.empty());
        List<ImageDifference> differences =
                ImageComparison.of(first, second, means.archive().unstable(plan));
        if (!differences.isEmpty()) {
            throw new LinkException(fault(differences));
        }
    }

    private static String fault(List<ImageDifference> differences) {
        StringBuilder text = new StringBuilder("Linked twice, the image came out in two ways; ");
        text.append(differences.size()).append(differences.size() == 1 ? " difference:" : " differences:");
        differences.stream().limit(SHOWN).forEach(each -> text.append("\n    ").append(each));
        if (differences.size() > SHOWN) {
            text.append("\n    and ").append(differences.size() - SHOWN).append(" more");
        }
        boolean ofJlink = differences.stream().anyMatch(each -> each.where().startsWith(ImageComparison.MODULES));
        return text.append(
                        ofJlink
                                ? "\n  lib/modules is jlink's own work, and it has a fault of this kind (JDK-8392531): link with"
                                        + " another release of the JDK (-Dwhittle.jdk=<folder>), or without"
                                        + " -Dwhittle.verifyReproducible until there is one."
                                : "\n  These are copies of files of the JDK, or made of the plan: did something change the JDK, or the"
                                        + " rights that new files get, while it was linked?")
                .toString();
    }
}
