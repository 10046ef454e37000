package io.whittle.assembler.link;

import java.util.List;
import java.util.Optional;

/**
 * How the files of an image are made.
 *
 * @param compress {@code zip-0} to {@code zip-9}, as the catalogue asks; empty: not compressed
 * @param strip {@code java-debug}, {@code native-debug}
 * @param locales to keep; empty when all are kept or jdk.localedata is not in
 * @param archive whose classes are archived
 */
public record ImageSettings(Optional<String> compress, List<String> strip, List<String> locales, ClassArchive archive) {
    /** Settings of an image without an archive of classes. */
    public ImageSettings(Optional<String> compress, List<String> strip, List<String> locales) {
        this(compress, strip, locales, ClassArchive.NONE);
    }

    public ImageSettings {
        strip = List.copyOf(strip);
        locales = List.copyOf(locales);
    }
}
