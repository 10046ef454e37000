package io.whittle.assembler.link;

import io.whittle.assembler.plan.FeaturesFile;
import io.whittle.assembler.plan.LinkException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;

/** The file in an image that tells its features. */
final class LaidFeatures {
    private final Path file;
    private final FeaturesFile planned;

    LaidFeatures(Path image, FeaturesFile planned) {
        this.file = image.resolve(planned.path());
        this.planned = planned;
    }

    /**
     * Lays it there.
     *
     * @throws LinkException when a file or folder of the JDK is in the way
     */
    void lay() throws LinkException, IOException {
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, bytes(), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (FileAlreadyExistsException inTheWay) {
            throw new LinkException("'features' under 'image' is " + planned.path()
                    + ", and the JDK puts something of that name into the image.\n"
                    + "  Give another path in the catalogue, such as conf/features.properties.");
        }
        if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        }
    }

    /** Whether it lies there and tells what was planned. */
    boolean isThere() throws IOException {
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && Arrays.equals(Files.readAllBytes(file), bytes());
    }

    private byte[] bytes() {
        return planned.features().text().getBytes(StandardCharsets.US_ASCII);
    }
}
