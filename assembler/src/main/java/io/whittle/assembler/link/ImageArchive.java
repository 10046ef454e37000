package io.whittle.assembler.link;

import io.whittle.assembler.plan.ImagePlan;
import io.whittle.assembler.plan.LinkException;

import java.io.IOException;
import java.nio.file.Path;
import java.util.SortedSet;
import java.util.TreeSet;

/** Makes the archive of classes that an image starts quicker with: class data sharing. */
public interface ImageArchive {
    /** Makes none, whatever a plan asks for: an image that is only tried starts as well without. */
    ImageArchive NONE = new ImageArchive() {
        @Override
        public void addTo(Path image, ImagePlan plan) {
            // An image without an archive is whole.
            return;
        }

        @Override
        public SortedSet<String> unstable(ImagePlan plan) {
            return new TreeSet<>();
        }
    };

    /**
     * Makes what the plan asks for in an image that is linked and stands nowhere yet, and proves that the JVM uses it.
     *
     * @throws LinkException when the archive cannot be made, or is not used; no process is left
     */
    void addTo(Path image, ImagePlan plan) throws LinkException, IOException, InterruptedException;

    /** Its files in the image, with {@code /}: no JDK promises to make the same of the same classes. */
    SortedSet<String> unstable(ImagePlan plan);
}
