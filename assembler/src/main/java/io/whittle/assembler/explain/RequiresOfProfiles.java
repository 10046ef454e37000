package io.whittle.assembler.explain;

import io.whittle.assembler.modules.ModuleRequires;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What modules require, by who looks: where a profile puts another artifact behind a module, what that one requires counts.
 *
 * @param path that of the whole path, for all others
 * @param replacing that of profiles that replace something, by their names
 * @param jars why jars of the path require what they do
 */
public record RequiresOfProfiles(ModuleRequires path, SortedMap<String, ModuleRequires> replacing, JarRequires jars) {
    public RequiresOfProfiles {
        replacing = Collections.unmodifiableSortedMap(new TreeMap<>(replacing));
    }

    /** Where no profile replaces anything. */
    public RequiresOfProfiles(ModuleRequires path) {
        this(path, new TreeMap<>(), JarRequires.UNKNOWN);
    }

    ModuleRequires of(String profile) {
        return replacing.getOrDefault(profile, path);
    }

    // Of what a profile puts behind modules the jars of the path know nothing.
    JarRequires jars(String profile) {
        return replacing.containsKey(profile) ? JarRequires.UNKNOWN : jars;
    }
}
