package io.whittle.assembler.sbom;

import org.cyclonedx.model.License;
import org.cyclonedx.model.LicenseChoice;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;

/**
 * A licence that is told of.
 *
 * @param name as it is told
 * @param spdx its identifier in the list of SPDX; empty where that is not sure
 * @param url where its text stands; within the image, where it begins with {@code legal/}
 */
record Licence(String name, Optional<String> spdx, Optional<String> url) {
    /** A licence as somebody has named it; a URL that is none is left out. */
    static Licence named(String name, Optional<String> url) {
        return new Licence(name, SpdxIds.of(name).or(() -> url.flatMap(SpdxIds::of)), url.filter(Licence::isUrl));
    }

    /** What the document says; null where nothing is known, since the model wants it so. */
    static LicenseChoice choice(List<Licence> licences) {
        if (licences.isEmpty()) {
            return null;
        }
        LicenseChoice choice = new LicenseChoice();
        licences.forEach(licence -> choice.addLicense(licence.model()));
        return choice;
    }

    private License model() {
        License model = new License();
        spdx.ifPresentOrElse(model::setId, () -> model.setName(name));
        url.ifPresent(model::setUrl);
        return model;
    }

    private static boolean isUrl(String text) {
        try {
            return new URI(text).isAbsolute();
        } catch (URISyntaxException none) {
            return false;
        }
    }
}
