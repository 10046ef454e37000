package io.whittle.assembler.modular;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a jar tells of itself that a descriptor is made of, as it is seen by one Java release.
 *
 * @param sha256 of the jar
 * @param classes by their paths, such as {@code com/acme/Dns.class}; versions of the release in place of those they replace
 * @param named by package: the first of the jar's classes that names a class in it; packages of its own as well
 * @param unnamed classes without a package
 * @param services by service: the providers that can be had
 * @param refused by service: providers that are named and cannot be had, each with the reason
 * @param loadsServices whether its code calls a {@link java.util.ServiceLoader}
 * @param signed whether it carries a signature
 */
record JarFacts(
        String sha256,
        SortedSet<String> classes,
        SortedMap<String, String> named,
        SortedSet<String> unnamed,
        SortedMap<String, List<String>> services,
        SortedMap<String, SortedMap<String, String>> refused,
        boolean loadsServices,
        boolean signed) {
    JarFacts {
        classes = Collections.unmodifiableSortedSet(new TreeSet<>(classes));
        named = Collections.unmodifiableSortedMap(new TreeMap<>(named));
        unnamed = Collections.unmodifiableSortedSet(new TreeSet<>(unnamed));
        services = Collections.unmodifiableSortedMap(new TreeMap<>(services));
        refused = Collections.unmodifiableSortedMap(new TreeMap<>(refused));
    }

    /** The packages of its classes, those left out that can be no package's name. */
    SortedSet<String> packages() {
        return packages(classes);
    }

    static SortedSet<String> packages(Set<String> classes) {
        SortedSet<String> packages = new TreeSet<>();
        for (String path : classes) {
            packages.add(PackageName.of(path));
        }
        packages.removeIf(name -> !PackageName.isLegal(name));
        return packages;
    }
}
