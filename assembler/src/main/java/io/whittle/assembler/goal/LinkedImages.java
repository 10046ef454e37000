package io.whittle.assembler.goal;

import io.whittle.graph.catalog.FeatureCatalog;
import io.whittle.graph.resolve.CheckScope;
import io.whittle.graph.resolve.Resolution;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What was linked. Who works on it tells what stands against the rest at the end.
 *
 * @param asked what it was linked of
 * @param each every image that stands as it was asked for
 * @param jdks the JDKs it was linked from
 * @param faults what stands against images that were asked for: some do not stand, others stand and exceed their budgets
 */
record LinkedImages(AskedImages asked, List<ImageReport> each, Jdks jdks, List<String> faults) {
    LinkedImages {
        each = List.copyOf(each);
        faults = List.copyOf(faults);
    }

    LinkedImages with(List<String> others) {
        return new LinkedImages(asked, each, jdks, others);
    }

    /** Fails where something stands against an image, or came of working on the others. */
    void complain(List<String> others) throws GoalException {
        List<String> all = new ArrayList<>(faults);
        all.addAll(others);
        if (!all.isEmpty()) {
            throw new GoalException(all);
        }
    }

    /** Whether a profile has an image on every platform that was asked for. */
    boolean isWhole(String profile) {
        return count(asked.each().stream(), profile) == count(each.stream().map(ImageReport::resolution), profile);
    }

    private static long count(Stream<Resolution> resolutions, String profile) {
        return resolutions
                .filter(resolution -> resolution.profile().name().equals(profile))
                .count();
    }

    /** The catalogue they were linked from. */
    FeatureCatalog catalog() {
        return asked.catalog();
    }

    /** What the checks are to one of them. */
    CheckScope scope(ImageReport image) {
        return CheckScope.ofAny(asked.catalog(), asked.standsFor(image.resolution()));
    }
}
