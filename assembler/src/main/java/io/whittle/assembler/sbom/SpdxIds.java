package io.whittle.assembler.sbom;

import org.cyclonedx.model.License;
import org.cyclonedx.model.LicenseChoice;
import org.cyclonedx.util.LicenseResolver;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Identifiers of the list of SPDX, for the names by which poms and manifests call licences. */
final class SpdxIds {
    private static final Pattern NUMBER = Pattern.compile("[0-9]+");

    private SpdxIds() {}

    /** The identifier of a licence; empty where the name leaves open which licence it is, or which version of it. */
    static Optional<String> of(String name) {
        LicenseChoice known = name.isBlank() ? null : LicenseResolver.resolve(name, false);
        return Optional.ofNullable(known).map(LicenseChoice::getLicenses).map(List::stream).stream()
                .flatMap(licences -> licences.map(License::getId))
                .filter(id -> id != null && tells(name, id))
                .findFirst();
    }

    // The resolver takes BSD for BSD-4-Clause and CDDL for CDDL-1.0: guesses, which are right more often than not.
    private static boolean tells(String name, String id) {
        Matcher number = NUMBER.matcher(id);
        return !number.find() || name.contains(number.group());
    }
}
