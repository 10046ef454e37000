package io.whittle.assembler.modular;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Leaves out packages with all that is in them, those of every release: a package belongs to one module, and the JVM takes the JDK's.
 *
 * @param names with dots
 */
record WithoutPackages(SortedSet<String> names) implements EntryChange {
    private static final Pattern VERSION = Pattern.compile("^META-INF/versions/[0-9]+/");

    WithoutPackages {
        names = Collections.unmodifiableSortedSet(new TreeSet<>(names));
    }

    @Override
    public String key() {
        return "packages-dropped " + names;
    }

    @Override
    public boolean concerns(String path) {
        return names.contains(PackageName.of(VERSION.matcher(path).replaceFirst("")));
    }

    @Override
    public Optional<byte[]> apply(String path, byte[] content) {
        return Optional.empty();
    }
}
