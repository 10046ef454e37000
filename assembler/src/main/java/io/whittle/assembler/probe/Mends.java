package io.whittle.assembler.probe;

import io.whittle.assembler.probe.Finding.Mend;
import io.whittle.graph.catalog.Check;
import io.whittle.graph.catalog.FeatureCatalog;
import io.whittle.graph.catalog.Mention;

import java.util.List;
import java.util.stream.Stream;

/** What to add to a catalogue so that no image lacks what a check showed to be wanting. */
public final class Mends {
    private final FeatureCatalog catalog;

    /** For checks of this catalogue. */
    public Mends(FeatureCatalog catalog) {
        this.catalog = catalog;
    }

    /** The features that name the check, sorted. */
    public List<String> proves(String check) {
        return catalog.features().values().stream()
                .filter(feature -> feature.checks().stream().map(Mention::text).anyMatch(check::equals))
                .map(feature -> feature.name().text())
                .toList();
    }

    /**
     * Entries any of which mends it, the likeliest first. None where two features stand in for each other: then a capability has to
     * be made of them.
     *
     * @param asked whether the check could be asked; one that could not lacks something itself
     */
    public List<Mend> of(String check, Suspect suspect, boolean asked) {
        if (suspect.anyOf().size() > 1) {
            return List.of();
        }
        String wanted = suspect.anyOf().get(0);
        Mend ofCheck = new Mend("checks." + check + ".with", wanted);
        if (!asked) {
            return List.of(ofCheck);
        }
        if (suspect.where().isPresent()) {
            return List.of(ofFeature(suspect.where().get(), wanted));
        }
        List<String> proved = proves(check);
        if (!proved.isEmpty()) {
            return proved.stream().map(feature -> ofFeature(feature, wanted)).toList();
        }
        Check declared = catalog.checks().get(check);
        Stream<Mend> users = declared.with().isEmpty()
                ? Stream.of(new Mend("base.requires", wanted))
                : declared.with().stream().map(feature -> ofFeature(feature.text(), wanted));
        return Stream.concat(users, Stream.of(ofCheck)).toList();
    }

    private static Mend ofFeature(String feature, String wanted) {
        return new Mend("features." + feature + ".requires", wanted);
    }
}
