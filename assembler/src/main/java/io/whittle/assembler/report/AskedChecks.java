package io.whittle.assembler.report;

import io.whittle.graph.catalog.Check;
import io.whittle.graph.catalog.FeatureCatalog;
import io.whittle.graph.interchange.CatalogHash;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What was asked of an image that may have been built in several places, each of which may have asked something else.
 *
 * @param checks by name; of one that several asked, what came of it in the first that asked it as the catalogue does
 * @param otherwise names of those that nobody asked as the catalogue does now
 */
record AskedChecks(List<ImageCheck> checks, SortedSet<String> otherwise) {
    AskedChecks {
        checks = List.copyOf(checks);
    }

    static AskedChecks of(List<ImageDocuments> same, FeatureCatalog catalog) throws IOException {
        SortedMap<String, ImageCheck> checks = new TreeMap<>();
        SortedSet<String> otherwise = new TreeSet<>();
        for (ImageDocuments documents : same) {
            ImageChecks found = new ImageChecks(documents);
            Map<String, String> asked = found.asked();
            for (ImageCheck check : found.all()) {
                boolean isOther =
                        check.isAsked() && !isAsked(catalog.checks().get(check.name()), asked.get(check.name()));
                ImageCheck known = checks.get(check.name());
                boolean isBetter = known == null
                        || check.isAsked() && !known.isAsked()
                        || otherwise.contains(check.name()) && check.isAsked() && !isOther;
                if (isBetter) {
                    checks.put(check.name(), check);
                    otherwise.remove(check.name());
                    if (isOther) {
                        otherwise.add(check.name());
                    }
                }
            }
        }
        return new AskedChecks(List.copyOf(checks.values()), otherwise);
    }

    private static boolean isAsked(Check wanted, String asked) {
        return wanted != null && CatalogHash.of(wanted).equals(asked);
    }
}
