package io.whittle.assembler.modular;

import io.whittle.assembler.modules.ApplicationModule;

import java.lang.module.ModuleDescriptor;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Says of what the copies are made that go into images in place of jars.
 *
 * @param folder below which copies lie
 */
record CopyMaker(Path folder) {
    /** The module with a descriptor. */
    ApplicationModule make(Draft draft, ModuleDescriptor descriptor) {
        List<EntryChange> changes = new ArrayList<>(List.of(new WithoutUnnamed()));
        if (draft.facts().signed()) {
            changes.add(new WithoutSignature());
        }
        if (!draft.facts().refused().isEmpty()) {
            changes.add(WithoutProviders.of(draft.facts().refused()));
        }
        JarCopy copy = new JarCopy(
                draft.name(),
                List.of(new JarCopy.Source(draft.found().path(), draft.facts().sha256())),
                changes,
                new TreeMap<>(Map.of(ModuleInfo.FILE, ModuleInfo.bytes(descriptor))));
        return new ApplicationModule(
                new MadeReference(descriptor, draft.found()),
                draft.found().entry(),
                0,
                false,
                Optional.of(new MadeJar(copy, folder, draft.changes())));
    }
}
