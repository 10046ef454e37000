package io.whittle.assembler.elf;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.PatternSyntaxException;

/** The folders in which a system's loader looks for every program: those of its configuration, then those that are built into it. */
final class SystemFolders {
    private static final int MOST_FILES = 1000;
    private static final int LONGEST_FILE = 1 << 20;

    private final Sysroot sysroot;
    private final Set<String> configured = new LinkedHashSet<>();
    private final Set<String> read = new LinkedHashSet<>();

    private SystemFolders(Sysroot sysroot) {
        this.sysroot = sysroot;
    }

    /** Those that the system's administrator adds, in order: glibc's {@code ld.so.conf}, musl's {@code ld-musl-<arch>.path}. */
    static List<String> configured(Sysroot sysroot, Optional<String> muslLoader) throws IOException {
        SystemFolders folders = new SystemFolders(sysroot);
        if (muslLoader.isPresent()) {
            String name = muslLoader.get().replaceAll(".*/", "").replaceAll("\\.so(\\.\\d+)?$", "");
            for (String line : folders.lines("/etc/" + name + ".path")) {
                folders.configured.addAll(List.of(line.split(":")));
            }
        } else {
            folders.read("/etc/ld.so.conf");
        }
        folders.configured.removeIf(folder -> !folder.startsWith("/"));
        return folders.configured.stream().map(SystemSearch::normal).distinct().toList();
    }

    /** Those that are built in: Debian's with the machine's name, those of others. */
    static List<String> builtIn(ElfNeeds.Kind kind, boolean musl) {
        if (musl) {
            return List.of("/lib", "/usr/local/lib", "/usr/lib");
        }
        List<String> folders = new ArrayList<>();
        for (String name : multiarch(kind)) {
            folders.add("/lib/" + name);
            folders.add("/usr/lib/" + name);
        }
        if (kind.wide()) {
            folders.addAll(List.of("/lib64", "/usr/lib64"));
        }
        folders.addAll(List.of("/lib", "/usr/lib"));
        return List.copyOf(folders);
    }

    // https://wiki.debian.org/Multiarch/Tuples
    private static List<String> multiarch(ElfNeeds.Kind kind) {
        return switch (kind.machine()) {
            case 62 -> List.of("x86_64-linux-gnu");
            case 183 -> List.of("aarch64-linux-gnu");
            case 40 -> List.of("arm-linux-gnueabihf", "arm-linux-gnueabi");
            case 243 -> List.of("riscv64-linux-gnu");
            case 21 -> List.of(kind.bigEndian() ? "powerpc64-linux-gnu" : "powerpc64le-linux-gnu");
            case 22 -> List.of("s390x-linux-gnu");
            default -> List.of();
        };
    }

    private void read(String file) throws IOException {
        if (!read.add(file) || read.size() > MOST_FILES) {
            return;
        }
        for (String line : lines(file)) {
            String[] words = line.strip().split("\\s+", 2);
            if (words[0].equals("include") && words.length == 2) {
                include(words[1]);
            } else if (!words[0].equals("hwcap")) {
                // A folder may have a kind of library behind it, which no one has written for twenty years.
                configured.add(line.strip().replaceAll("=.*", ""));
            }
        }
    }

    private void include(String pattern) throws IOException {
        String whole = pattern.startsWith("/") ? pattern : "/etc/" + pattern;
        int slash = whole.lastIndexOf('/');
        try {
            for (String name : sysroot.names(whole.substring(0, slash), whole.substring(slash + 1))) {
                read(whole.substring(0, slash + 1) + name);
            }
        } catch (PatternSyntaxException none) {
            return;
        }
    }

    private List<String> lines(String file) throws IOException {
        Optional<Sysroot.Found> found = sysroot.file(file);
        if (found.isEmpty() || Files.size(found.get().file()) > LONGEST_FILE) {
            return List.of();
        }
        return Files.readString(found.get().file(), StandardCharsets.ISO_8859_1)
                .lines()
                .map(line -> line.replaceAll("#.*", "").strip())
                .filter(line -> !line.isEmpty())
                .toList();
    }
}
