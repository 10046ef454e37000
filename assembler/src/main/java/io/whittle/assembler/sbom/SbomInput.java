package io.whittle.assembler.sbom;

import io.whittle.assembler.plan.ImagePlan;

import java.nio.file.Path;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * An image, and what is known of it.
 *
 * @param application whose image it is
 * @param tool who made it
 * @param plan what it was linked from
 * @param image its folder
 * @param features those that are in
 * @param requires by module of the image: the modules it requires at run time, in the image or not
 * @param jmods the folder of the JDK's packaged modules; empty for a JDK that has none
 */
public record SbomInput(
        Coordinates application,
        Coordinates tool,
        ImagePlan plan,
        Path image,
        SortedSet<String> features,
        SortedMap<String, SortedSet<String>> requires,
        Optional<Path> jmods) {
    public SbomInput {
        features = Collections.unmodifiableSortedSet(new TreeSet<>(features));
        SortedMap<String, SortedSet<String>> copy = new TreeMap<>();
        requires.forEach((module, names) -> copy.put(module, Collections.unmodifiableSortedSet(new TreeSet<>(names))));
        requires = Collections.unmodifiableSortedMap(copy);
    }
}
