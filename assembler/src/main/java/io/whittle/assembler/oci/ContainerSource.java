package io.whittle.assembler.oci;

import io.whittle.assembler.elf.ElfNeeds;
import io.whittle.graph.catalog.Platform;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A linked image that becomes a container image.
 *
 * @param profile it was linked for
 * @param platform it is for
 * @param plan SHA-256 of the plan.json by which it was linked
 * @param image its folder
 * @param jdkFiles files of java.base in it beside its classes, which every image of that JDK has
 * @param packed what native files in its jars and modules ask for, by paths in the container that tell where they lie
 * @param changed what of its jars is other than it was found, in clauses, by name
 * @param features that are in
 * @param launcher by which the container starts
 * @param entryPoint the program with its arguments
 */
public record ContainerSource(
        String profile,
        Platform platform,
        String plan,
        Path image,
        SortedSet<String> jdkFiles,
        SortedMap<String, ElfNeeds> packed,
        SortedMap<String, List<String>> changed,
        SortedSet<String> features,
        String launcher,
        List<String> entryPoint) {
    public ContainerSource {
        jdkFiles = Collections.unmodifiableSortedSet(new TreeSet<>(jdkFiles));
        packed = Collections.unmodifiableSortedMap(new TreeMap<>(packed));
        changed = Collections.unmodifiableSortedMap(new TreeMap<>(changed));
        features = Collections.unmodifiableSortedSet(new TreeSet<>(features));
        entryPoint = List.copyOf(entryPoint);
    }

    /** For messages. */
    public String title() {
        return profile + " for " + platform;
    }
}
