package io.whittle.assembler.plan;

import java.util.List;
import java.util.Optional;

/**
 * How the files of an image are made.
 *
 * @param compress {@code zip-0} to {@code zip-9}, as the catalogue asks; empty: not compressed
 * @param strip {@code java-debug}, {@code native-debug}
 * @param locales to keep; empty when all are kept or jdk.localedata is not in
 * @param archive whose classes are archived
 * @param features the file that tells its features, where it has one
 */
public record ImageSettings(
        Optional<String> compress,
        List<String> strip,
        List<String> locales,
        ClassArchive archive,
        Optional<FeaturesFile> features) {
    /** Settings of an image without a file of features. */
    public ImageSettings(Optional<String> compress, List<String> strip, List<String> locales, ClassArchive archive) {
        this(compress, strip, locales, archive, Optional.empty());
    }

    /** Settings of an image without an archive of classes. */
    public ImageSettings(Optional<String> compress, List<String> strip, List<String> locales) {
        this(compress, strip, locales, ClassArchive.NONE);
    }

    /** The same for an image with that file. */
    public ImageSettings with(Optional<FeaturesFile> file) {
        return new ImageSettings(compress, strip, locales, archive, file);
    }

    public ImageSettings {
        strip = List.copyOf(strip);
        locales = List.copyOf(locales);
    }
}
