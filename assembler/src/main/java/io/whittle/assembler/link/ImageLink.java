package io.whittle.assembler.link;

import io.whittle.assembler.fresh.ContentHash;
import io.whittle.assembler.fresh.GoalRecord;
import io.whittle.assembler.fresh.WholeFile;
import io.whittle.assembler.modules.TargetJdk;
import io.whittle.assembler.plan.ImagePlan;
import io.whittle.assembler.plan.LinkException;
import io.whittle.assembler.plan.PlanJson;

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
    private final LinkMeans means;

    /** What came of a link. */
    public enum Outcome {
        /** A new image stands. */
        MADE,
        /** An image that was made before stands, out of the store. */
        FETCHED,
        /** The image of this very plan stood there. */
        UNCHANGED,
        /** The image was not accepted; what stood before stands. */
        REFUSED
    }

    /** The image kept in this folder; neither needs to exist. */
    public ImageLink(Path folder, LinkMeans means) {
        this.folder = folder;
        this.place = new ImageFolder(folder);
        this.record = new GoalRecord(folder.resolve("image.record"));
        this.means = means;
    }

    /** The image; it may not exist. */
    public Path image() {
        return place.image();
    }

    /** Whether a second link of the plan is compared in every file; else its archive of classes is left out, which may not come twice. */
    public boolean comparesAll(ImagePlan plan) {
        return means.archive().unstable(plan).isEmpty();
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
        ImageMaking making = new ImageMaking(plan, jdk, ignoreSignatures, means, detail);
        Optional<List<String>> known = record.unchanged(request);
        if (known.isPresent()) {
            if (!judge.accepts(place.image())) {
                return Outcome.REFUSED;
            }
            if (means.reproducible() && !known.get().contains(REPRODUCED)) {
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
        boolean fetched = false;
        try (WholeFile resolved = document(next, "resolution.json", resolution);
                WholeFile planned = document(next, "plan.json", document)) {
            String key = ContentHash.of(request);
            fetched = fetched(key, next);
            if (!fetched) {
                making.first(next);
            }
            if (!judge.accepts(next)) {
                return Outcome.REFUSED;
            }
            if (means.reproducible()) {
                making.again(next, place.again(next));
                place.clear(place.again(next));
            }
            if (!fetched && means.store().isPresent()) {
                means.store().get().keep(key, next);
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
        return fetched ? Outcome.FETCHED : Outcome.MADE;
    }

    // What is to be proved to come twice has to be linked twice.
    private boolean fetched(String key, Path next) throws IOException {
        return means.store().isPresent()
                && !means.reproducible()
                && means.store().get().fetch(key, next);
    }

    private void note(String request) throws IOException {
        record.begin(request, List.of(), List.of())
                .write(
                        List.of(place.image(), folder.resolve("plan.json")),
                        means.reproducible() ? List.of(REPRODUCED) : List.of());
    }

    // Under the name of the unfinished image, with which it is cleared away.
    private WholeFile document(Path next, String name, byte[] bytes) throws IOException {
        return WholeFile.prepare(folder.resolve(name), next.resolveSibling(next.getFileName() + "." + name), bytes);
    }
}
