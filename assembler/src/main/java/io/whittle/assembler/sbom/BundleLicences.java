package io.whittle.assembler.sbom;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Licences of a manifest, as OSGi spells them: {@code Apache-2.0;link="https://…", https://…}. */
final class BundleLicences {
    /** A quoted text counts as one, whatever stands in it. */
    private static final Pattern CLAUSE = Pattern.compile("(?:\"[^\"]*+\"|[^,\"]++)++");

    private static final Pattern NAME = Pattern.compile("\\s*(?:\"([^\"]*)\"|([^;\"]*))");
    private static final Pattern LINK = Pattern.compile(";\\s*link\\s*:?=\\s*(?:\"([^\"]*)\"|([^;\"]*))");

    private BundleLicences() {}

    /** Those of {@code Bundle-License}, in their order. */
    static List<Licence> of(Manifest manifest) {
        String header = manifest.getMainAttributes().getValue("Bundle-License");
        if (header == null || header.isBlank()) {
            return List.of();
        }
        // Many write "Apache License, Version 2.0" without quotes.
        if (header.contains(",") && SpdxIds.of(header.strip()).isPresent()) {
            return List.of(Licence.named(header.strip(), Optional.empty()));
        }
        List<Licence> licences = new ArrayList<>();
        for (Matcher clause = CLAUSE.matcher(header); clause.find(); ) {
            String name = name(clause.group());
            if (!name.isEmpty()) {
                licences.add(Licence.named(name, link(clause.group()).or(() -> Optional.of(name))));
            }
        }
        return licences;
    }

    private static String name(String clause) {
        Matcher name = NAME.matcher(clause);
        return name.lookingAt() ? eitherGroup(name) : "";
    }

    private static Optional<String> link(String clause) {
        Matcher link = LINK.matcher(clause);
        return link.find() ? Optional.of(eitherGroup(link)) : Optional.empty();
    }

    private static String eitherGroup(Matcher matcher) {
        return (matcher.group(1) != null ? matcher.group(1) : matcher.group(2)).strip();
    }
}
