package io.whittle.assembler.link;

import io.whittle.assembler.fresh.GoalRecord;
import io.whittle.assembler.fresh.WholeFile;
import io.whittle.assembler.modules.TargetJdk;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Makes the image of a plan in a folder, whole or not at all, and proves it.
 *
 * <p>The folder then holds {@code image/}, {@code plan.json}, {@code resolution.json} and a record by which an unchanged
 * image is known.
 */
public final class ImageLink {
    /** What the record says of an image that was linked a second time, to the same bytes. */
    private static final String REPRODUCED = "reproduced";

    private final Path folder;
    private final ImageFolder place;
    private final GoalRecord record;
    private final ImageArchive archive;
    private final boolean reproducible;

    /** What came of a link. */
    public enum Outcome {
        /** A new image stands. */
        MADE,
        /** The image of this very plan stood there. */
        UNCHANGED,
        /** The image was not accepted; what stood before stands. */
        REFUSED
    }

    /** The image kept in this folder; neither needs to exist. It gets no archive of classes, and is linked once. */
    public ImageLink(Path folder) {
        this(folder, ImageArchive.NONE, false);
    }

    /**
     * The image kept in this folder; neither needs to exist.
     *
     * @param archive makes the archive of classes, where the plan asks for one
     * @param reproducible whether an image is linked a second time, and held against the first; one that was before and has not
     *     changed since is not
     */
    public ImageLink(Path folder, ImageArchive archive, boolean reproducible) {
        this.folder = folder;
        this.place = new ImageFolder(folder);
        this.record = new GoalRecord(folder.resolve("image.record"));
        this.archive = archive;
        this.reproducible = reproducible;
    }

    /** The image; it may not exist. */
    public Path image() {
        return place.image();
    }

    /** Whether a second link of the plan is compared in every file; else its archive of classes is left out, which never comes twice. */
    public boolean comparesAll(ImagePlan plan) {
        return archive.unstable(plan).isEmpty();
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
        ImageMaking making = new ImageMaking(plan, jdk, ignoreSignatures, archive, detail);
        Optional<List<String>> known = record.unchanged(request);
        if (known.isPresent()) {
            if (!judge.accepts(place.image())) {
                return Outcome.REFUSED;
            }
            if (reproducible && !known.get().contains(REPRODUCED)) {
                Path next = place.next();
                try {
                    making.again(place.image(), next);
                } finally {
                    place.abandon(next);
                }
                note(request);
            }
            WholeFile.write(folder.resolve("resolution.json"), resolution);
            return Outcome.UNCHANGED;
        }
        Path next = place.next();
        boolean stands = false;
        try (WholeFile resolved = document(next, "resolution.json", resolution);
                WholeFile planned = document(next, "plan.json", document)) {
            making.first(next);
            if (!judge.accepts(next)) {
                return Outcome.REFUSED;
            }
            if (reproducible) {
                making.again(next, place.again(next));
                place.clear(place.again(next));
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
        note(request);
        return Outcome.MADE;
    }

    private void note(String request) throws IOException {
        record.begin(request, List.of(), List.of())
                .write(
                        List.of(place.image(), folder.resolve("plan.json")),
                        reproducible ? List.of(REPRODUCED) : List.of());
    }

    // Under the name of the unfinished image, with which it is cleared away.
    private WholeFile document(Path next, String name, byte[] bytes) throws IOException {
        return WholeFile.prepare(folder.resolve(name), next.resolveSibling(next.getFileName() + "." + name), bytes);
    }
}
