package io.whittle.assembler.modular;

import io.whittle.assembler.fresh.ContentHash;
import io.whittle.assembler.modules.ApplicationModule;
import io.whittle.assembler.modules.ChangedJar;
import io.whittle.assembler.modules.JarChange;
import io.whittle.assembler.modules.ModuleIndex;
import io.whittle.assembler.modules.PathEntry;
import io.whittle.assembler.natives.ImageNatives;
import io.whittle.assembler.plan.JarCutter;
import io.whittle.graph.catalog.Platform;

import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Cuts the native files of the jars of an image down to its platform's, and takes those out that lie in its {@code lib/}. */
final class NativesOfImage implements JarCutter {
    private final Platform platform;
    private final KnownNatives known;
    private final Path copies;
    private final Map<Path, PathEntry> entries = new HashMap<>();

    /**
     * For one image.
     *
     * @param found all that is on the path
     * @param copies where changed copies lie
     */
    NativesOfImage(Platform platform, KnownNatives known, ModuleIndex found, Path copies) {
        this.platform = platform;
        this.known = known;
        this.copies = copies;
        found.modules().values().stream()
                .flatMap(Collection::stream)
                .map(ApplicationModule::entry)
                .forEach(entry -> entries.put(entry.path(), entry));
    }

    /** The modules with less in them; the very index where nothing is cut. Linear in the files of the jars, the first time. */
    ModuleIndex cut(ModuleIndex index, Set<String> image) throws IOException {
        List<ApplicationModule> cut = new ArrayList<>();
        for (String name : image) {
            Optional<ApplicationModule> module = index.find(name).filter(found -> Files.isRegularFile(found.path()));
            if (module.isPresent()) {
                cut(module.get()).ifPresent(cut::add);
            }
        }
        return cut.isEmpty() ? index : index.with(cut);
    }

    @Override
    public Optional<ChangedJar> cut(PathEntry entry) throws IOException {
        JarNativesCut cut = known.cut(entry.artifact(), entry.path(), platform);
        if (cut.out().isEmpty()) {
            return Optional.empty();
        }
        JarCopy.Source source = new JarCopy.Source(
                entry.path(),
                ContentHash.of(entry.path()),
                List.of(new WithoutSignature(), new WithoutFiles(cut.out())));
        List<ImageNatives.LaidFile> laid = cut.laid().files().stream()
                .map(file -> new ImageNatives.LaidFile(entry.path(), file.name()))
                .toList();
        List<JarChange> changes = new ArrayList<>(cut.changes());
        if (Signature.isIn(entry.path())) {
            changes.add(Signature.dropped());
        }
        String name = entry.artifact().replace(':', '.');
        return Optional.of(new MadeJar(
                new JarCopy(name, List.of(source), new TreeMap<>()),
                copies,
                changes,
                new ImageNatives(laid, cut.laid().options())));
    }

    private Optional<ApplicationModule> cut(ApplicationModule module) throws IOException {
        JarCopy before = copy(module);
        List<JarChange> changes = new ArrayList<>(
                module.changed().map(changed -> changed.changes()).orElse(List.of()));
        int told = changes.size();
        List<JarCopy.Source> sources = new ArrayList<>();
        List<ImageNatives.LaidFile> laid = new ArrayList<>();
        List<String> options = new ArrayList<>();
        Set<String> left = new HashSet<>();
        for (JarCopy.Source source : before.sources()) {
            PathEntry entry = entries.getOrDefault(source.jar(), module.entry());
            JarNativesCut cut = known.cut(entry.artifact(), source.jar(), platform);
            changes.addAll(cut.changes());
            cut.laid().files().forEach(file -> laid.add(new ImageNatives.LaidFile(source.jar(), file.name())));
            options.addAll(cut.laid().options());
            left.addAll(Shrunk.packages(source, cut.out()));
            sources.add(cut.out().isEmpty() ? source : source.with(new WithoutFiles(cut.out())));
        }
        if (changes.size() == told) {
            return Optional.empty();
        }
        if (module.signed() && module.changed().isEmpty()) {
            changes.add(Signature.dropped());
        }
        ModuleDescriptor descriptor = module.reference().descriptor();
        ModuleDescriptor shrunk = Shrunk.of(descriptor, left);
        boolean made = module.reference() instanceof MadeReference;
        JarCopy copy = new JarCopy(before.name(), sources, before.added());
        if (!shrunk.packages().equals(descriptor.packages())) {
            copy = with(shrunk, copy);
            made = true;
        }
        ModuleReference reference = made ? new MadeReference(shrunk, module, copy, copies) : module.reference();
        return Optional.of(new ApplicationModule(
                reference,
                module.entry(),
                module.javaRelease(),
                module.signed(),
                Optional.of(new MadeJar(copy, copies, changes, new ImageNatives(laid, options)))));
    }

    private static JarCopy with(ModuleDescriptor descriptor, JarCopy copy) {
        SortedMap<String, byte[]> added = new TreeMap<>(copy.added());
        added.put(ModuleInfo.FILE, ModuleInfo.bytes(descriptor));
        List<JarCopy.Source> sources = copy.sources().stream()
                .map(source -> source.with(new WithoutUnnamed()))
                .toList();
        return new JarCopy(copy.name(), sources, added);
    }

    private static JarCopy copy(ApplicationModule module) throws IOException {
        if (module.changed().isPresent() && module.changed().get() instanceof MadeJar made) {
            return made.copy();
        }
        List<EntryChange> changes = module.signed() ? List.of(new WithoutSignature()) : List.of();
        return new JarCopy(
                module.name(),
                List.of(new JarCopy.Source(module.path(), ContentHash.of(module.path()), changes)),
                new TreeMap<>());
    }
}
