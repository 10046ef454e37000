package io.whittle.assembler.sbom;

import org.cyclonedx.model.License;
import org.cyclonedx.model.LicenseChoice;
import org.cyclonedx.util.LicenseResolver;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Identifiers of the list of SPDX, for the names by which poms and manifests call licences. */
final class SpdxIds {
    private static final Pattern NUMBER = Pattern.compile("[0-9]+");

    /** What has been asked: the resolver reads all its lists anew for each name, which takes 100 ms. */
    private static final Map<String, Optional<String>> ASKED = new ConcurrentHashMap<>();

    private SpdxIds() {}

    /** The identifier of a licence, by its name or its URL; empty where that leaves open which licence it is, or which version of it. */
    static Optional<String> of(String name) {
        return name.isBlank() ? Optional.empty() : ASKED.computeIfAbsent(name, SpdxIds::ask);
    }

    private static Optional<String> ask(String name) {
        return LicenceUrls.id(name)
                .or(() -> resolved(name).filter(id -> tellsNumber(name, id)))
                .filter(id -> tellsWhetherLater(name, id));
    }

    private static Optional<String> resolved(String name) {
        return Optional.ofNullable(LicenseResolver.resolve(name, false)).map(LicenseChoice::getLicenses).stream()
                .flatMap(List::stream)
                .map(License::getId)
                .filter(Objects::nonNull)
                .findFirst();
    }

    // The resolver takes BSD for BSD-4-Clause and CDDL for CDDL-1.0: guesses, which are right more often than not.
    private static boolean tellsNumber(String name, String id) {
        Matcher number = NUMBER.matcher(id);
        return !number.find() || name.contains(number.group());
    }

    // The text of the GPL serves both, and who says no more than "GPL v2" has not chosen; MySQL's exception is none of
    // them.
    private static boolean tellsWhetherLater(String name, String id) {
        return !id.endsWith("-only") && !id.endsWith("-or-later")
                || name.toLowerCase(Locale.ROOT).contains(id.substring(id.lastIndexOf('-') + 1));
    }
}
