package io.whittle.assembler.init;

import io.whittle.assembler.modules.ApplicationModule;
import io.whittle.assembler.modules.ModuleIndex;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/** What of the project can be started. */
final class Programs {
    /** Programs of the JDK that stand in the bin folder of nearly every image. */
    private static final Set<String> OF_THE_JDK = Set.of("java", "javaw", "keytool", "jrunscript", "rmiregistry");

    private final SortedMap<String, List<String>> mains = new TreeMap<>();

    /** Looks at the project's own modules: a library's main classes are not what the project is for. */
    Programs(ModuleIndex index) throws IOException {
        for (String module : Listing.own(index)) {
            ApplicationModule found = index.find(module).orElseThrow();
            List<String> classes = MainClasses.of(found);
            if (!classes.isEmpty()) {
                mains.put(module, classes);
            }
        }
    }

    SortedSet<String> modules() {
        return Collections.unmodifiableSortedSet((SortedSet<String>) mains.keySet());
    }

    /**
     * A launcher for each main class, named after the feature, or where that has several after the class.
     *
     * @param features by their modules
     */
    List<Sketch.Program> launchers(Map<String, String> features) {
        Names names = new Names(OF_THE_JDK);
        List<Sketch.Program> launchers = new ArrayList<>();
        mains.forEach((module, classes) -> {
            String feature = features.get(module);
            long ofFeature = mains.keySet().stream()
                    .filter(other -> feature.equals(features.get(other)))
                    .mapToLong(other -> mains.get(other).size())
                    .sum();
            for (String main : classes) {
                // Where the name is taken, a word is put before it.
                String name = ofFeature == 1
                        ? names.take(List.of("run", feature), 1)
                        : names.take(List.of(feature, Spelling.simple(main)), 1);
                launchers.add(new Sketch.Program(name, module, main));
            }
        });
        launchers.sort(Comparator.comparing(Sketch.Program::name));
        return launchers;
    }
}
