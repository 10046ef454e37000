package io.whittle.assembler.link;

import io.whittle.assembler.fresh.GoalRecord;
import io.whittle.assembler.fresh.WholeFile;
import io.whittle.assembler.modules.TargetJdk;
import io.whittle.graph.catalog.Launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * Makes the image of a plan in a folder, whole or not at all, and proves it.
 *
 * <p>The folder then holds {@code image/}, {@code plan.json}, {@code resolution.json} and a record by which an unchanged
 * image is known.
 */
public final class ImageLink {
    private final Path folder;
    private final ImageFolder place;
    private final GoalRecord record;

    /** What came of a link. */
    public enum Outcome {
        /** A new image stands. */
        MADE,
        /** The image of this very plan stood there. */
        UNCHANGED,
        /** The image was not accepted; what stood before stands. */
        REFUSED
    }

    /** The image kept in this folder; neither needs to exist. */
    public ImageLink(Path folder) {
        this.folder = folder;
        this.place = new ImageFolder(folder);
        this.record = new GoalRecord(folder.resolve("image.record"));
    }

    /** The image; it may not exist. */
    public Path image() {
        return place.image();
    }

    /** Finishes or undoes what a killed build left. */
    public void recover() throws IOException {
        place.recover();
    }

    /**
     * Links, unless the image of this very plan stands there untouched.
     *
     * @param resolution the document that goes with the plan
     * @param tool name and version of who links
     * @param judge is asked of the proved image before it takes its place, and of one that stands unchanged
     * @param detail takes the command that is run
     * @throws LinkException with every reason why not; the former image stands
     */
    public Outcome make(
            ImagePlan plan,
            byte[] resolution,
            TargetJdk jdk,
            boolean ignoreSignatures,
            String tool,
            ImageJudge judge,
            Consumer<String> detail)
            throws LinkException, IOException, InterruptedException {
        byte[] document = PlanJson.bytes(plan);
        String request = tool + "\n" + new String(document, StandardCharsets.UTF_8);
        if (record.unchanged(request).isPresent()) {
            if (!judge.accepts(place.image())) {
                return Outcome.REFUSED;
            }
            WholeFile.write(folder.resolve("resolution.json"), resolution);
            return Outcome.UNCHANGED;
        }
        Path next = place.next();
        boolean stands = false;
        try (WholeFile resolved = document(next, "resolution.json", resolution);
                WholeFile planned = document(next, "plan.json", document)) {
            Jlink.of(jdk).run(JlinkArguments.of(plan, jdk, ignoreSignatures, next), detail);
            ImageProof.proveThatThereIsOne(next);
            new LaidNativeFiles(next).lay(plan.natives().laid());
            for (Launcher launcher : plan.launchers()) {
                new LauncherScript(launcher, plan.roots())
                        .writeTo(next, plan.platform().os());
            }
            ImageProof.prove(plan, next);
            if (!judge.accepts(next)) {
                return Outcome.REFUSED;
            }
            record.forget();
            place.replaceBy(next);
            stands = true;
            resolved.appear();
            planned.appear();
        } finally {
            if (!stands) {
                place.abandon(next);
            }
        }
        record.begin(request, List.of(), List.of())
                .write(List.of(place.image(), folder.resolve("plan.json")), List.of());
        return Outcome.MADE;
    }

    // Under the name of the unfinished image, with which it is cleared away.
    private WholeFile document(Path next, String name, byte[] bytes) throws IOException {
        return WholeFile.prepare(folder.resolve(name), next.resolveSibling(next.getFileName() + "." + name), bytes);
    }
}
