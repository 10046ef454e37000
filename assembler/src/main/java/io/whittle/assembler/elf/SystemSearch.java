package io.whittle.assembler.elf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Looks for one library after the other where the loader of a system would. */
final class SystemSearch {
    private final Sysroot sysroot;
    private final boolean musl;
    private final List<String> configured;
    private final Map<Sysroot.Found, Optional<ElfNeeds>> read = new HashMap<>();

    private SystemSearch(Sysroot sysroot, boolean musl, List<String> configured) {
        this.sysroot = sysroot;
        this.musl = musl;
        this.configured = configured;
    }

    /** For programs that name this loader. */
    static SystemSearch of(Sysroot sysroot, Optional<String> interpreter) throws IOException {
        Optional<String> muslLoader = interpreter.filter(path -> path.contains("/ld-musl-"));
        return new SystemSearch(sysroot, muslLoader.isPresent(), SystemFolders.configured(sysroot, muslLoader));
    }

    /**
     * What was found.
     *
     * @param path by which it was found, whose folder is its $ORIGIN
     * @param isStranger whether it was found where the loader does not look by itself
     */
    record Hit(String path, Sysroot.Found found, ElfNeeds needs, boolean isStranger) {}

    boolean isMusl() {
        return musl;
    }

    Optional<Hit> find(String name, ElfNeeds.Kind kind, List<String> rpath, List<String> runpath) throws IOException {
        List<String> builtIn = SystemFolders.builtIn(kind, musl);
        if (name.contains("/")) {
            return at(normal(name), kind, false);
        }
        List<String> folders = new ArrayList<>(rpath);
        folders.addAll(runpath);
        folders.addAll(configured);
        folders.addAll(builtIn);
        Set<String> usual = new HashSet<>(builtIn);
        for (String folder : folders) {
            Optional<Hit> hit = at(folder + "/" + name, kind, !usual.contains(folder));
            if (hit.isPresent()) {
                return hit;
            }
        }
        return Optional.empty();
    }

    private Optional<Hit> at(String path, ElfNeeds.Kind kind, boolean stranger) throws IOException {
        Optional<Sysroot.Found> found = sysroot.file(path);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Optional<ElfNeeds> needs = read.get(found.get());
        if (needs == null) {
            needs = ElfNeeds.of(found.get().file());
            read.put(found.get(), needs);
        }
        return needs.filter(elf -> elf.kind().equals(kind)).map(elf -> new Hit(path, found.get(), elf, stranger));
    }

    /** An absolute path without {@code .} and {@code ..}, told from its text. */
    static String normal(String path) {
        List<String> parts = new ArrayList<>();
        for (String part : path.split("/")) {
            if (part.equals("..")) {
                if (!parts.isEmpty()) {
                    parts.remove(parts.size() - 1);
                }
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.add(part);
            }
        }
        return "/" + String.join("/", parts);
    }
}
