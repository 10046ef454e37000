package io.whittle.assembler.sbom;

import io.whittle.assembler.fresh.ContentHash;
import io.whittle.assembler.link.NativeFiles;
import io.whittle.assembler.natives.JarNatives;
import io.whittle.assembler.natives.NativeEntry;
import io.whittle.assembler.plan.ImagePlan;
import io.whittle.assembler.plan.PlannedModule;
import org.cyclonedx.model.Component;
import org.cyclonedx.model.Hash;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipFile;

/** Executables and shared libraries as components, known by their headers: those of an image, and those inside of jars and modules. */
final class NativeComponents {
    private NativeComponents() {}

    /** Those that lie in an image as files. Of those that come out of jars it is told. Reads each. */
    static List<Component> of(SbomInput input) throws IOException {
        SortedMap<String, String> laid = laid(input.plan());
        List<Component> components = new ArrayList<>();
        for (Map.Entry<String, String> file : NativeFiles.in(input.image()).entrySet()) {
            Component component = component(
                    "file:" + file.getKey(),
                    file.getKey(),
                    ContentHash.of(input.image().resolve(file.getKey())),
                    file.getValue());
            if (laid.containsKey(file.getKey())) {
                component.addProperty(Properties.of("from", laid.get(file.getKey())));
            }
            components.add(component);
        }
        return components;
    }

    /**
     * Adds those inside of a jar or a folder to its component. Reads each.
     *
     * @param linked what the image holds of it
     */
    static void add(Path linked, Component jar) throws IOException {
        if (Files.isDirectory(linked)) {
            for (NativeEntry entry : JarNatives.ofFolder(linked)) {
                jar.addComponent(inside(jar, entry, ContentHash.of(linked.resolve(entry.name()))));
            }
        } else if (Files.isRegularFile(linked)) {
            List<NativeEntry> entries = JarNatives.of(linked);
            try (ZipFile zip = new ZipFile(linked.toFile())) {
                for (NativeEntry entry : entries) {
                    try (InputStream in = zip.getInputStream(zip.getEntry(entry.name()))) {
                        jar.addComponent(inside(jar, entry, ContentHash.of(in.readAllBytes())));
                    }
                }
            }
        }
    }

    private static Component inside(Component jar, NativeEntry entry, String sha256) {
        return component(jar.getBomRef() + "!/" + entry.name(), entry.name(), sha256, entry.detail());
    }

    private static Component component(String reference, String name, String sha256, String format) {
        Component component = new Component();
        component.setType(Component.Type.FILE);
        component.setBomRef(reference);
        component.setName(name);
        component.addHash(new Hash(Hash.Algorithm.SHA_256, sha256));
        component.addProperty(Properties.of("format", format));
        return component;
    }

    private static SortedMap<String, String> laid(ImagePlan plan) {
        SortedMap<String, String> laid = new TreeMap<>();
        plan.modules()
                .values()
                .forEach(module -> module.copy()
                        .ifPresent(copy -> add(copy, ((PlannedModule.FromPath) module.source()).label(), laid)));
        plan.classPath().forEach(jar -> jar.copy().ifPresent(copy -> add(copy, jar.label(), laid)));
        return laid;
    }

    private static void add(PlannedModule.Copy copy, String label, SortedMap<String, String> laid) {
        copy.natives().laid().forEach(file -> laid.put("lib/" + file.name(), label + "!/" + file.entry()));
    }
}
