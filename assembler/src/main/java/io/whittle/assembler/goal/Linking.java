package io.whittle.assembler.goal;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How the work of linking is done; it has no bearing on what comes of it.
 *
 * @param workers how many images are linked, or asked, at a time, at least 1
 * @param store where finished images are kept, for other builds
 */
public record Linking(int workers, Optional<Store> store) {
    /** One image after the other, and none is kept. */
    public static final Linking PLAIN = new Linking(1, Optional.empty());

    /**
     * A folder of finished images.
     *
     * @param folder an absolute path; it need not exist
     * @param limit how many bytes of images are kept there at most
     */
    public record Store(Path folder, long limit) {}
}
