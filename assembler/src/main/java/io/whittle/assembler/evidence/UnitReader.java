package io.whittle.assembler.evidence;

import io.whittle.assembler.modules.ApplicationModule;
import org.objectweb.asm.ClassReader;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.ZipException;

/**
 * Reads what the code of one jar or folder says. Constant pools first: only of classes that name something elsewhere, or find something by
 * name, are the methods read.
 */
final class UnitReader {
    static final int MOST_PLACES = 5;

    private static final int MAGIC = 0xCAFEBABE;
    private static final String SERVICES = "META-INF/services/";
    private static final String VERSIONED = "META-INF/versions/";

    private final ApplicationModule module;
    private final PathPackages path;
    private final SortedSet<String> classes = new TreeSet<>();
    private final SortedSet<String> resources = new TreeSet<>();
    private final SortedMap<String, List<String>> provides = new TreeMap<>();
    private final List<UnitUses.Named> mentioned = new ArrayList<>();
    private final Set<String> skipped = new LinkedHashSet<>();

    private UnitReader(ApplicationModule module, PathPackages path) {
        this.module = module;
        this.path = path;
    }

    /**
     * Reads a module. Linear in the size of its class files; a class that cannot be read is skipped, and said.
     *
     * @throws IOException when the jar or folder itself cannot be read
     */
    static UnitUses read(ApplicationModule module, PathPackages path) throws IOException {
        try (UnitFiles files = UnitFiles.of(module)) {
            return read(module, files, path);
        }
    }

    /** The same, of files that are open. */
    static UnitUses read(ApplicationModule module, UnitFiles files, PathPackages path) throws IOException {
        return new UnitReader(module, path).read(files);
    }

    private UnitUses read(UnitFiles files) throws IOException {
        List<String> paths = files.paths();
        // Also one that cannot be read is there to be used.
        paths.stream().filter(UnitReader::isClass).map(UnitReader::name).forEach(classes::add);
        Elsewhere elsewhere = new Elsewhere(module.name(), path, classes);
        UnitCode code = new UnitCode(module.name(), elsewhere, path.jdk()::own);
        Map<String, Worth> worth = new LinkedHashMap<>();
        Map<String, long[]> calls = new LinkedHashMap<>();
        for (String file : paths) {
            try {
                if (isClass(file)) {
                    open(file, files.bytes(file))
                            .ifPresent(reader -> following(file, () -> {
                                UnitCode.Seen seen = code.see(reader);
                                calls.put(file, seen.calls());
                                // Most are not, and all of a large jar are too many to hold.
                                if (seen.isWorthReading()) {
                                    worth.put(file, new Worth(reader, seen));
                                }
                            }));
                } else if (!file.endsWith(".class")) {
                    resource(file, files);
                }
            } catch (ZipException | EOFException damaged) {
                skip(file, "the jar is damaged there (" + damaged.getMessage() + ")");
            }
        }
        worth.forEach((file, type) -> following(file, () -> code.read(type.reader(), type.seen())));
        worth.clear();
        readCallers(files, calls, code.finders());
        return uses(code, elsewhere);
    }

    /** A class that is worth reading. */
    private record Worth(ClassReader reader, UnitCode.Seen seen) {}

    /** Reads who calls methods of the jar that hand a parameter on, and who calls those: two or three rounds, in fact. */
    private void readCallers(UnitFiles files, Map<String, long[]> calls, Finders finders) throws IOException {
        Handers called = finders.newHanders();
        while (!called.isEmpty()) {
            for (Map.Entry<String, long[]> each : calls.entrySet()) {
                if (called.mayBeAmong(each.getValue())) {
                    ClassReader reader = new ClassReader(files.bytes(each.getKey()));
                    Handers wanted = called;
                    following(each.getKey(), () -> finders.readCallers(reader, wanted));
                }
            }
            called = finders.newHanders();
        }
    }

    private UnitUses uses(UnitCode code, Elsewhere elsewhere) {
        List<UnitUses.Named> names = new ArrayList<>(code.finders().names());
        names.addAll(mentioned);
        return new UnitUses(
                module.name(),
                classes,
                resources,
                code.references().all(),
                names,
                code.finders().services(),
                code.finders().calls(),
                code.finders().forwards(),
                code.finders().unknowns(),
                provides,
                code.references().handed(),
                code.parents(),
                List.copyOf(skipped),
                code.asks().asked(),
                elsewhere.asked());
    }

    private static boolean isClass(String path) {
        return path.endsWith(".class") && !path.endsWith("module-info.class") && !path.startsWith(VERSIONED);
    }

    private void following(String path, Runnable step) {
        try {
            step.run();
        } catch (RuntimeException broken) {
            // Whatever it is that a damaged class makes its readers stumble over.
            skip(path, "its bytecode cannot be followed");
        }
    }

    private Optional<ClassReader> open(String path, byte[] bytes) {
        if (bytes.length < Integer.BYTES || ByteBuffer.wrap(bytes).getInt() != MAGIC) {
            skip(path, "it is no class file");
            return Optional.empty();
        }
        try {
            return Optional.of(new ClassReader(bytes));
        } catch (IllegalArgumentException refused) {
            // Of the version, which comes first, ASM says something; of an item of a kind that there is not, nothing.
            skip(
                    path,
                    refused.getMessage() == null
                            ? "its constant pool is damaged"
                            : "its class-file version is newer than any that is known here");
        } catch (IndexOutOfBoundsException broken) {
            skip(path, "it is cut off");
        }
        return Optional.empty();
    }

    private void skip(String path, String reason) {
        skipped.add((path.endsWith(".class") ? name(path) : path) + " of "
                + module.entry().label() + ": " + reason);
    }

    private void resource(String path, UnitFiles files) throws IOException {
        resources.add(path);
        if (path.startsWith(SERVICES) && path.indexOf('/', SERVICES.length()) < 0) {
            List<String> providers = text(files, path)
                    .lines()
                    .map(line -> line.replaceFirst("#.*", "").strip())
                    .filter(line -> !line.isEmpty())
                    .toList();
            provides.put(path.substring(SERVICES.length()), providers);
        } else if (ConfigText.isOne(path)) {
            for (ConfigText.Mention mention : ConfigText.in(path, text(files, path))) {
                CodePlace place = new CodePlace(
                        module.name(),
                        path,
                        "",
                        Optional.of(path.substring(path.lastIndexOf('/') + 1)),
                        mention.line());
                mentioned.add(new UnitUses.Named(mention.sink(), mention.name(), mention.optional(), place));
            }
        }
    }

    /** Of bytes that are no UTF-8 as Latin 1, in which properties were written before Java 9. */
    private static String text(UnitFiles files, String path) throws IOException {
        byte[] bytes = files.bytes(path);
        String text = new String(bytes, StandardCharsets.UTF_8);
        return text.indexOf('\uFFFD') < 0 ? text : new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static String name(String path) {
        return path.substring(0, path.length() - ".class".length()).replace('/', '.');
    }
}
