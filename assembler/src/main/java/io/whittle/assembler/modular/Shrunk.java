package io.whittle.assembler.modular;

import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.util.Collections;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** A descriptor without the packages of which no file is left: jlink takes no module that names a package it does not hold. */
final class Shrunk {
    private static final Pattern VERSIONED = Pattern.compile("META-INF/versions/[0-9]+/(.*)");

    private Shrunk() {}

    /** The packages of which files are left in a copy, and no others: names of folders. */
    static SortedSet<String> packages(JarCopy.Source source, Set<String> out) throws IOException {
        SortedSet<String> packages = new TreeSet<>();
        try (ZipFile jar = new ZipFile(source.jar().toFile())) {
            jar.stream()
                    .filter(entry -> !entry.isDirectory() && !out.contains(entry.getName()))
                    .map(ZipEntry::getName)
                    .forEach(name -> packages.add(packageOf(name)));
        }
        return Collections.unmodifiableSortedSet(packages);
    }

    /** The descriptor without packages that are not left. */
    static ModuleDescriptor of(ModuleDescriptor descriptor, Set<String> left) {
        ModuleDescriptor.Builder module = descriptor.isOpen()
                ? ModuleDescriptor.newOpenModule(descriptor.name())
                : ModuleDescriptor.newModule(descriptor.name());
        SortedSet<String> packages = new TreeSet<>(descriptor.packages());
        packages.retainAll(left);
        module.packages(packages);
        descriptor.requires().forEach(module::requires);
        descriptor.exports().stream()
                .filter(each -> packages.contains(each.source()))
                .forEach(module::exports);
        descriptor.opens().stream()
                .filter(each -> packages.contains(each.source()))
                .forEach(module::opens);
        descriptor.uses().forEach(module::uses);
        descriptor.provides().forEach(module::provides);
        descriptor.mainClass().ifPresent(module::mainClass);
        descriptor.version().ifPresent(module::version);
        return module.build();
    }

    private static String packageOf(String path) {
        Matcher versioned = VERSIONED.matcher(path);
        String plain = versioned.matches() ? versioned.group(1) : path;
        int folder = plain.lastIndexOf('/');
        return folder < 0 ? "" : plain.substring(0, folder).replace('/', '.');
    }
}
