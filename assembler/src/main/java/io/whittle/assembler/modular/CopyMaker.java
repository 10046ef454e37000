package io.whittle.assembler.modular;

import io.whittle.assembler.modules.ApplicationModule;
import io.whittle.assembler.modules.JarChange;

import java.lang.module.ModuleDescriptor;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.JarFile;

/**
 * Says of what the copies are made that go into images in place of jars.
 *
 * @param folder below which copies lie
 */
record CopyMaker(Path folder) {
    private static final String VERSIONED = "Manifest-Version: 1.0\r\nMulti-Release: true\r\n\r\n";

    /** The module with a descriptor. */
    ApplicationModule make(Draft draft, ModuleDescriptor descriptor) {
        List<JarCopy.Source> sources = new ArrayList<>();
        boolean versioned = false;
        for (Draft each : draft.all()) {
            sources.add(source(each));
            versioned |= each.facts().multiRelease();
        }
        SortedMap<String, byte[]> added = descriptor(descriptor);
        if (!draft.held().isEmpty() && versioned) {
            // Of several manifests one stays, which may not be that of a jar with versions.
            added.put(JarFile.MANIFEST_NAME, VERSIONED.getBytes(StandardCharsets.US_ASCII));
        }
        return module(draft.found(), descriptor, new JarCopy(descriptor.name(), sources, added), draft.changes());
    }

    /** A module whose files another holds. */
    ApplicationModule empty(Draft draft, Draft holder) {
        ModuleDescriptor descriptor = DescriptorMaker.empty(draft.name(), holder.name());
        JarCopy copy = new JarCopy(draft.name(), List.of(), descriptor(descriptor));
        return module(draft.found(), descriptor, copy, draft.mergedInto(holder));
    }

    /** A module whose descriptor the catalogue changes. */
    ApplicationModule amended(Amendment amendment, String sha256) {
        ApplicationModule found = amendment.found();
        List<EntryChange> changes = new ArrayList<>(List.of(new WithoutUnnamed()));
        if (found.signed()) {
            changes.add(new WithoutSignature());
        }
        JarCopy copy = new JarCopy(
                found.name(),
                List.of(new JarCopy.Source(found.path(), sha256, changes)),
                descriptor(amendment.descriptor()));
        return module(found, amendment.descriptor(), copy, amendment.changes());
    }

    private static JarCopy.Source source(Draft draft) {
        List<EntryChange> changes = new ArrayList<>(List.of(new WithoutUnnamed()));
        if (draft.facts().signed()) {
            changes.add(new WithoutSignature());
        }
        if (!draft.facts().refused().isEmpty()) {
            changes.add(WithoutProviders.of(draft.facts().refused()));
        }
        if (!draft.dropped().isEmpty()) {
            changes.add(new WithoutPackages(draft.dropped()));
        }
        return new JarCopy.Source(draft.found().path(), draft.facts().sha256(), changes);
    }

    private static SortedMap<String, byte[]> descriptor(ModuleDescriptor descriptor) {
        SortedMap<String, byte[]> added = new TreeMap<>();
        added.put(ModuleInfo.FILE, ModuleInfo.bytes(descriptor));
        return added;
    }

    private ApplicationModule module(
            ApplicationModule found, ModuleDescriptor descriptor, JarCopy copy, List<JarChange> changes) {
        return new ApplicationModule(
                new MadeReference(descriptor, found, copy, folder),
                found.entry(),
                found.javaRelease(),
                false,
                Optional.of(new MadeJar(copy, folder, changes)));
    }
}
