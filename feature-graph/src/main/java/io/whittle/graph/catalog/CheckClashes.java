package io.whittle.graph.catalog;

import java.util.HashMap;
import java.util.Map;

/** Finds lines of a check that cannot both be done: a file that is a folder, too, and variables that Whittle sets. */
final class CheckClashes {
    private static final String OURS = "WHITTLE_";

    private final FeatureCatalog catalog;
    private final FaultLog faults;

    CheckClashes(FeatureCatalog catalog, FaultLog faults) {
        this.catalog = catalog;
        this.faults = faults;
    }

    void check() {
        for (Check check : catalog.checks().values()) {
            files(check.surroundings());
            environment(check.surroundings());
        }
    }

    private void files(Surroundings surroundings) {
        Map<String, Mention> files = new HashMap<>();
        surroundings.files().forEach(file -> files.put(file.path().text(), file.path()));
        for (LaidFile file : surroundings.files()) {
            String path = file.path().text();
            for (int end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
                Mention folder = files.get(path.substring(0, end));
                if (folder != null) {
                    faults.meaning(
                            file.path().place(),
                            folder + " cannot be the folder of " + path + " and a file, as at "
                                    + catalog.source().at(folder.place()) + "; rename one");
                }
            }
        }
    }

    private void environment(Surroundings surroundings) {
        Map<String, Mention> ports = new HashMap<>();
        surroundings.ports().forEach(port -> ports.put(Surroundings.variableOf(port.text()), port));
        for (Surroundings.Assignment variable : surroundings.environment()) {
            String name = variable.name().text();
            if (name.startsWith(OURS)) {
                faults.meaning(
                        variable.name().place(),
                        name + " is no variable for a check to set: names that begin with " + OURS
                                + " are Whittle's own; rename it");
            } else if (ports.containsKey(name)) {
                faults.meaning(
                        variable.name().place(),
                        name + " is what the port " + ports.get(name)
                                + " is handed in as; rename it, or remove it here");
            }
        }
    }
}
