package io.whittle.assembler.oci;

import io.whittle.assembler.elf.LibraryClosure;
import io.whittle.assembler.elf.Sysroot;
import io.whittle.assembler.elf.SystemLibraries;
import io.whittle.assembler.pack.PackException;
import io.whittle.assembler.pack.PackedFolder;
import io.whittle.assembler.pack.TreeEntry;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Sorts an image and what it needs of a system into layers. */
public final class ContainerPlanner {
    private static final String CLASS_PATH = "lib/classpath/";

    private final OciSettings settings;
    private final ContainerSource source;
    private final List<String> notes = new ArrayList<>();

    private ContainerPlanner(OciSettings settings, ContainerSource source) {
        this.settings = settings;
        this.source = source;
    }

    /**
     * Plans an image with what it needs of a system, and nothing else.
     *
     * @throws OciException with all libraries that the system lacks, unless that is allowed
     */
    public static PlannedContainer onScratch(OciSettings settings, ContainerSource source, Sysroot sysroot)
            throws OciException, IOException {
        return new ContainerPlanner(settings, source).onScratch(sysroot);
    }

    /**
     * Plans an image on top of another.
     *
     * @throws OciException with all libraries that the base lacks, unless that is allowed
     */
    public static PlannedContainer onBase(OciSettings settings, ContainerSource source, BaseImage base)
            throws OciException, IOException {
        return new ContainerPlanner(settings, source).onBase(base);
    }

    private PlannedContainer onScratch(Sysroot sysroot) throws OciException, IOException {
        ContainerUser user = settings.run().userOfOurs();
        PackedFolder image = image();
        LibraryClosure closure = LibraryClosure.of(sysroot, files(image), source.packed());
        SystemLibraries ofBase = closure.neededBy(
                source.jdkFiles().stream().map(this::inContainer).toList());
        SystemLibraries all = closure.neededBy(closure.all());
        hold(all.missing(), "is not in the system in " + sysroot.root(), "into that folder");
        Optional<Path> certificates = ScratchSystem.certificates(settings, sysroot);
        if (certificates.isEmpty()) {
            notes.add(sysroot.root() + " has no " + ScratchSystem.CERTIFICATES.substring(1)
                    + ": Java has the JDK's own certificates, other programs have none");
        }
        Layer system = ScratchSystem.layer(ofBase, certificates, user);
        List<Layer> layers = new ArrayList<>(List.of(system));
        LayerTree more = new LayerTree(system);
        ScratchSystem.add(all.without(ofBase), more);
        Map<LayerContent, LayerTree> parts = parts(image, () -> new LayerTree(system), user.user());
        parts.put(LayerContent.LIBRARIES, more);
        add(parts, layers);
        return new PlannedContainer(source, Optional.empty(), layers, all, user.toString(), notes);
    }

    private PlannedContainer onBase(BaseImage base) throws OciException, IOException {
        UserOnBase user = new UserOnBase(settings.run(), base);
        int owner = user.owner();
        PackedFolder image = image();
        SortedMap<String, SortedSet<String>> missing = LibraryClosure.of(
                        new Sysroot(source.image()), files(image), source.packed())
                .asked();
        missing.keySet().removeIf(name -> base.has(name.substring(name.lastIndexOf('/') + 1)));
        hold(missing, "is in no layer of the base", "into the base");
        List<Layer> layers = new ArrayList<>();
        String top = settings.folder().substring(1);
        add(parts(image, () -> new LayerTree(top), owner), layers);
        return new PlannedContainer(
                source,
                Optional.of(base),
                layers,
                new SystemLibraries(new TreeMap<>(), new TreeMap<>(), missing),
                user.words(),
                notes);
    }

    private PackedFolder image() throws OciException, IOException {
        try {
            return PackedFolder.of(source.image());
        } catch (PackException cannot) {
            throw new OciException(cannot.getMessage());
        }
    }

    private SortedMap<String, Path> files(PackedFolder image) {
        SortedMap<String, Path> files = new TreeMap<>();
        for (TreeEntry entry : image.entries()) {
            if (entry instanceof TreeEntry.PlainFile file) {
                files.put(inContainer(file.name()), file.path());
            }
        }
        return files;
    }

    private Map<LayerContent, LayerTree> parts(PackedFolder image, Supplier<LayerTree> empty, int owner) {
        Map<LayerContent, LayerTree> parts = new EnumMap<>(LayerContent.class);
        for (TreeEntry entry : image.entries()) {
            // A folder comes with what is in it, into whichever layers that goes.
            if (!(entry instanceof TreeEntry.Folder)) {
                parts.computeIfAbsent(content(entry.name()), none -> empty.get())
                        .add(entry.named(inContainer(entry.name()).substring(1)));
            }
        }
        LayerTree application = parts.computeIfAbsent(LayerContent.APPLICATION, none -> empty.get());
        settings.run().volumes().forEach(volume -> {
            // Everybody's stays everybody's.
            boolean temporary = ScratchSystem.TEMPORARY_FOLDERS.contains(volume);
            application.folder(volume, temporary ? ScratchSystem.TEMPORARY : 0755, temporary ? 0 : owner);
        });
        return parts;
    }

    private LayerContent content(String name) {
        if (source.jdkFiles().contains(name)) {
            return LayerContent.JDK;
        }
        return name.startsWith(CLASS_PATH) ? LayerContent.CLASS_PATH : LayerContent.APPLICATION;
    }

    private static void add(Map<LayerContent, LayerTree> parts, List<Layer> layers) {
        for (LayerContent content : LayerContent.values()) {
            LayerTree tree = parts.get(content);
            if (tree != null && !tree.isEmpty()) {
                layers.add(new Layer(content, tree.entries()));
            }
        }
    }

    private void hold(SortedMap<String, SortedSet<String>> missing, String where, String to) throws OciException {
        if (missing.isEmpty()) {
            return;
        }
        String told = MissingLibraries.tell(source.title(), missing, where);
        if (!settings.missingAllowed()) {
            throw new OciException(told + "\n  " + MissingLibraries.advice(missing.keySet(), to));
        }
        notes.add(told);
    }

    private String inContainer(String name) {
        return settings.folder() + "/" + name;
    }
}
