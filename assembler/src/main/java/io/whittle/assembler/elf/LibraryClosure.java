package io.whittle.assembler.elf;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which libraries of a system a program needs, and those in turn, looked for as the dynamic loader does (ld.so(8), ld-musl): RPATH of
 * who asks and of who brought that in, what is loaded already, RUNPATH, the folders of the system's configuration, those built into
 * the loader. What is for another processor is passed over. Libraries tuned for newer processors (glibc-hwcaps) are not taken.
 */
public final class LibraryClosure {
    /** From this minor version on of glibc 2, looking up users and hosts is in libc itself. */
    private static final int NSS_IN_LIBC = 34;

    /** Asked for by libc when it is asked for a user or a host, and named by no file. */
    private static final List<String> NSS = List.of("libnss_files.so.2", "libnss_dns.so.2", "libresolv.so.2");

    private static final String ASKS_FOR_NSS = "libc, to look up users and hosts";
    private static final Pattern GLIBC = Pattern.compile("GLIBC_2\\.(\\d{1,4})");

    private final Sysroot sysroot;
    private final SortedMap<String, ElfNeeds> own;
    private final Map<String, String> ownNames = new HashMap<>();
    private final SystemSearch search;
    private final Optional<String> interpreter;

    /** What is asked for by whom; the folders are those of who brought it in. */
    private record Asker(String path, ElfNeeds needs, List<String> inherited) {}

    private LibraryClosure(Sysroot sysroot, SortedMap<String, ElfNeeds> own) throws IOException {
        this.sysroot = sysroot;
        this.own = own;
        this.interpreter = own.values().stream()
                .flatMap(needs -> needs.interpreter().stream())
                .findFirst();
        own.forEach((path, needs) -> {
            ownNames.put(name(path), path);
            needs.soname().ifPresent(name -> ownNames.put(name, path));
        });
        this.search = SystemSearch.of(sysroot, interpreter);
    }

    /**
     * Reads the files of a program.
     *
     * @param sysroot the system it will run on
     * @param files of the program, by their paths in that system; those that are no ELF files are passed over
     */
    public static LibraryClosure of(Sysroot sysroot, SortedMap<String, Path> files) throws IOException {
        SortedMap<String, ElfNeeds> own = new TreeMap<>();
        for (Map.Entry<String, Path> file : files.entrySet()) {
            ElfNeeds.of(file.getValue()).ifPresent(needs -> own.put(file.getKey(), needs));
        }
        return new LibraryClosure(sysroot, own);
    }

    /** The paths of the program's ELF files. */
    public Set<String> own() {
        return own.keySet();
    }

    /** Names that the program's files ask for and that are none of its own, each with those that ask. */
    public SortedMap<String, SortedSet<String>> asked() {
        SortedMap<String, SortedSet<String>> asked = new TreeMap<>();
        own.forEach((path, needs) -> {
            List<String> names = new ArrayList<>(needs.needed());
            needs.interpreter().ifPresent(names::add);
            names.stream()
                    .filter(name -> !ownNames.containsKey(name))
                    .forEach(name ->
                            asked.computeIfAbsent(name, none -> new TreeSet<>()).add(path));
        });
        return asked;
    }

    /** What some of the program's files need; paths that are none of them are passed over. Reads headers alone. */
    public SystemLibraries neededBy(Collection<String> paths) throws IOException {
        Walk walk = new Walk();
        for (String path : new TreeSet<>(paths)) {
            if (own.containsKey(path)) {
                walk.enter(new Asker(path, own.get(path), List.of()));
            }
        }
        walk.finish();
        walk.nameServices();
        return walk.result();
    }

    /** One walk over what is asked for. */
    private final class Walk {
        private final SortedMap<String, Path> files = new TreeMap<>();
        private final SortedMap<String, String> links = new TreeMap<>();
        private final SortedMap<String, SortedSet<String>> missing = new TreeMap<>();
        private final Map<String, String> strangers = new TreeMap<>();
        private final Set<String> loaded = new HashSet<>();
        private final Set<String> entered = new HashSet<>();
        private final Deque<Asker> askers = new ArrayDeque<>();
        private Optional<Sysroot.Found> libc = Optional.empty();

        void enter(Asker asker) throws IOException {
            if (!entered.add(asker.path())) {
                return;
            }
            askers.add(asker);
            Optional<String> loader = asker.needs().interpreter();
            if (loader.isPresent()) {
                Optional<Sysroot.Found> found = sysroot.file(loader.get());
                if (found.isEmpty()) {
                    miss(loader.get(), asker.path());
                } else {
                    take(found.get());
                    loaded.add(name(loader.get()));
                }
            }
        }

        void finish() throws IOException {
            while (!askers.isEmpty()) {
                Asker asker = askers.remove();
                for (String name : asker.needs().needed()) {
                    find(name, asker);
                }
            }
        }

        private void find(String name, Asker asker) throws IOException {
            if (loaded.contains(name)) {
                return;
            }
            List<String> rpath = rpath(asker);
            List<String> runpath = expand(asker.needs().runpath(), asker.path());
            Optional<String> inside = inside(name, rpath)
                    .or(() -> Optional.ofNullable(ownNames.get(name)))
                    .or(() -> inside(name, runpath));
            if (inside.isPresent()) {
                enter(new Asker(inside.get(), own.get(inside.get()), rpath));
                return;
            }
            Optional<SystemSearch.Hit> hit = search.find(name, asker.needs().kind(), rpath, runpath);
            if (hit.isEmpty()) {
                miss(name, asker.path());
                return;
            }
            loaded.add(name);
            Sysroot.Found found = hit.get().found();
            take(found);
            if (hit.get().isStranger()) {
                strangers.put(name, found.path());
            }
            if (name.startsWith("libc.")) {
                libc = Optional.of(found);
            }
            enter(new Asker(hit.get().path(), hit.get().needs(), rpath));
        }

        // Where there is a RUNPATH, glibc passes over RPATH, also of those who brought the file in.
        private List<String> rpath(Asker asker) {
            if (!asker.needs().runpath().isEmpty()) {
                return List.of();
            }
            List<String> rpath = new ArrayList<>(expand(asker.needs().rpath(), asker.path()));
            rpath.addAll(asker.inherited());
            return rpath;
        }

        private Optional<String> inside(String name, List<String> folders) {
            return folders.stream()
                    .map(folder -> folder + "/" + name)
                    .filter(own::containsKey)
                    .findFirst();
        }

        void nameServices() throws IOException {
            if (libc.isEmpty() || search.isMusl() || glibc(libc.get().file()) >= NSS_IN_LIBC) {
                return;
            }
            ElfNeeds needs = ElfNeeds.of(libc.get().file()).orElseThrow();
            Asker asker = new Asker(
                    ASKS_FOR_NSS,
                    new ElfNeeds(needs.kind(), Optional.empty(), Optional.empty(), NSS, List.of(), List.of()),
                    List.of());
            enter(asker);
            finish();
        }

        private void take(Sysroot.Found found) {
            files.put(found.path(), found.file());
            links.putAll(found.links());
        }

        private void miss(String name, String who) {
            missing.computeIfAbsent(name, none -> new TreeSet<>()).add(who);
        }

        SystemLibraries result() {
            // The loader's own list of where libraries are (ld.so.cache) does not come along, so each lies where it
            // looks anyway.
            libc.ifPresent(found -> strangers.forEach((name, path) -> {
                String alias = found.folder() + "/" + name;
                if (!files.containsKey(alias)) {
                    links.putIfAbsent(alias, path);
                }
            }));
            return new SystemLibraries(files, links, missing);
        }
    }

    private static int glibc(Path libc) throws IOException {
        int newest = 0;
        try (FileChannel channel = FileChannel.open(libc, StandardOpenOption.READ)) {
            Matcher versions = GLIBC.matcher(new ElfReader(channel).texts().orElse(""));
            while (versions.find()) {
                newest = Math.max(newest, Integer.parseInt(versions.group(1)));
            }
        }
        return newest;
    }

    private static List<String> expand(List<String> folders, String path) {
        String origin = path.substring(0, Math.max(0, path.lastIndexOf('/')));
        return folders.stream()
                .map(folder -> folder.replace("${ORIGIN}", "$ORIGIN").replace("$ORIGIN", origin))
                // Others than $ORIGIN are the loader's secret; a relative one would begin where the program is started.
                .filter(folder -> folder.startsWith("/") && !folder.contains("$"))
                .map(SystemSearch::normal)
                .toList();
    }

    private static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
