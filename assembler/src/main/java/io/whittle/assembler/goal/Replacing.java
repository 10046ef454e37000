package io.whittle.assembler.goal;

import io.whittle.graph.catalog.CatalogReading;
import io.whittle.graph.catalog.FeatureCatalog;
import io.whittle.graph.resolve.ReplacingCatalog;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Other artifacts behind modules, as a user asks for them in one call: for every profile, and before what the catalogue says. */
record Replacing(SortedMap<String, String> byModule) {
    private static final Pattern WORD =
            Pattern.compile("(?<module>[^=:]+)=(?<artifact>[^=:\\s]+:[^=:\\s]+(:[^=:\\s]+)?)");

    Replacing {
        byModule = Collections.unmodifiableSortedMap(new TreeMap<>(byModule));
    }

    /**
     * Reads words such as {@code acme.codec=org.acme:fork}.
     *
     * @throws GoalException with every one that is none, and every module that is named twice
     */
    static Replacing of(List<String> words) throws GoalException {
        SortedMap<String, String> byModule = new TreeMap<>();
        List<String> faults = new ArrayList<>();
        for (String word : words) {
            Matcher read = WORD.matcher(word);
            if (!read.matches()) {
                faults.add("whittle.replace has '" + word + "', which puts nothing behind a module.\n"
                        + "  Write <module>=<group>:<artifact>[:<classifier>], such as acme.codec=org.acme:codec-fork;"
                        + " several are separated by commas.");
            } else if (byModule.putIfAbsent(read.group("module"), read.group("artifact")) != null) {
                faults.add("whittle.replace names " + read.group("module") + " twice, and one jar holds a module.\n"
                        + "  Leave one of the two out.");
            }
        }
        if (!faults.isEmpty()) {
            throw new GoalException(faults);
        }
        return new Replacing(byModule);
    }

    /** Reads a catalogue of which every profile says what the words do. */
    static CatalogReading read(Path catalog, List<String> words) throws GoalException {
        Replacing replacing = of(words);
        CatalogReading reading = Resolutions.read(catalog);
        return new CatalogReading(replacing.in(reading.catalog()), reading.warnings());
    }

    /** The catalogue of which every profile says so. */
    FeatureCatalog in(FeatureCatalog catalog) {
        return ReplacingCatalog.of(catalog, byModule);
    }
}
