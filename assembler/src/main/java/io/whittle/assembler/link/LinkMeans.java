package io.whittle.assembler.link;

import io.whittle.assembler.store.ImageStore;
import io.whittle.assembler.workers.LinkWorkers;

import java.util.Optional;

/**
 * By what an image is made.
 *
 * @param archive makes the archive of classes, where the plan asks for one
 * @param reproducible whether an image is linked a second time, and held against the first; one that was before and has not changed since
 *     is not
 * @param workers link, where there are any; empty: a process for each link
 * @param store has images that need not be linked, and keeps those that were; an image that is linked twice is not taken from it
 */
public record LinkMeans(
        ImageArchive archive, boolean reproducible, Optional<LinkWorkers> workers, Optional<ImageStore> store) {
    /** No archive of classes, one link in a process of its own. */
    public static final LinkMeans PLAIN = new LinkMeans(ImageArchive.NONE, false, Optional.empty(), Optional.empty());

    public LinkMeans {
        // Otherwise the two links that are compared would not be made in one way.
        workers = reproducible ? Optional.empty() : workers;
    }
}
