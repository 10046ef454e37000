package io.whittle.assembler.modular;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
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
 * @param classes by their paths, such as {@code com/acme/Dns.class}, each with its CRC-32; versions of the release in place of those they
 *     replace, and none of those without a package
 * @param folders packages of its other files: the JDK counts them as well
 * @param named by package: the first of the jar's classes that names a class in it; packages of its own as well
 * @param unnamed classes without a package
 * @param services by service: the providers that can be had
 * @param refused by service: providers that are named and cannot be had, each with the reason
 * @param loadsServices whether its code calls a {@link java.util.ServiceLoader}
 * @param signed whether it carries a signature
 * @param multiRelease whether it has versions for several releases
 */
record JarFacts(
        String sha256,
        SortedMap<String, Long> classes,
        SortedSet<String> folders,
        SortedMap<String, String> named,
        SortedSet<String> unnamed,
        SortedMap<String, List<String>> services,
        SortedMap<String, SortedMap<String, String>> refused,
        boolean loadsServices,
        boolean signed,
        boolean multiRelease) {
    /** Why a provider cannot be had whose class is not in the jar. */
    static final String GONE = "is not in the jar";

    JarFacts {
        classes = Collections.unmodifiableSortedMap(new TreeMap<>(classes));
        folders = Collections.unmodifiableSortedSet(new TreeSet<>(folders));
        named = Collections.unmodifiableSortedMap(new TreeMap<>(named));
        unnamed = Collections.unmodifiableSortedSet(new TreeSet<>(unnamed));
        services = Collections.unmodifiableSortedMap(new TreeMap<>(services));
        refused = Collections.unmodifiableSortedMap(new TreeMap<>(refused));
    }

    /** The packages of its classes, and those that hold other files alone. */
    SortedSet<String> packages() {
        SortedSet<String> packages = classPackages();
        packages.addAll(folders);
        return packages;
    }

    /** The packages of its classes. */
    SortedSet<String> classPackages() {
        SortedSet<String> packages = new TreeSet<>();
        String last = "";
        for (String path : classes.keySet()) {
            // They are sorted, so that most are in the package of the one before.
            String name = PackageName.of(path);
            if (!name.equals(last)) {
                packages.add(name);
                last = name;
            }
        }
        return packages;
    }

    /** The same without what is in some packages. */
    JarFacts without(Set<String> packages) {
        SortedMap<String, Long> kept = new TreeMap<>(classes);
        kept.keySet().removeIf(path -> packages.contains(PackageName.of(path)));
        SortedSet<String> left = new TreeSet<>(folders);
        left.removeAll(packages);
        SortedMap<String, List<String>> had = new TreeMap<>();
        services.forEach((service, providers) -> {
            List<String> stay = providers.stream()
                    .filter(each -> !packages.contains(PackageName.of(each.replace('.', '/'))))
                    .toList();
            if (!stay.isEmpty()) {
                had.put(service, stay);
            }
        });
        return new JarFacts(sha256, kept, left, named, unnamed, had, refused, loadsServices, signed, multiRelease);
    }

    /** What a jar would tell that holds all that these hold; of two classes of one name that of the first. */
    static JarFacts joined(List<JarFacts> all) {
        SortedMap<String, Long> classes = new TreeMap<>();
        SortedSet<String> folders = new TreeSet<>();
        SortedMap<String, String> named = new TreeMap<>();
        SortedMap<String, List<String>> services = new TreeMap<>();
        for (JarFacts each : all) {
            each.classes().forEach(classes::putIfAbsent);
            folders.addAll(each.folders());
            each.named().forEach(named::putIfAbsent);
            each.services().forEach((service, providers) -> services.merge(service, providers, JarFacts::both));
        }
        JarFacts first = all.get(0);
        return new JarFacts(
                first.sha256(),
                classes,
                folders,
                named,
                first.unnamed(),
                services,
                first.refused(),
                all.stream().anyMatch(JarFacts::loadsServices),
                all.stream().anyMatch(JarFacts::signed),
                all.stream().anyMatch(JarFacts::multiRelease));
    }

    private static List<String> both(Collection<String> one, Collection<String> other) {
        Set<String> both = new LinkedHashSet<>(one);
        both.addAll(other);
        return new ArrayList<>(both);
    }
}
