package io.whittle.assembler.evidence;

import io.whittle.assembler.modules.ApplicationModule;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.analysis.AnalyzerException;

import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleReader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

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
    private final JdkPackages jdk;
    private final SortedSet<String> classes = new TreeSet<>();
    private final SortedSet<String> resources = new TreeSet<>();
    private final SortedMap<String, List<String>> provides = new TreeMap<>();
    private final List<UnitUses.Named> mentioned = new ArrayList<>();
    private final List<String> skipped = new ArrayList<>();

    private UnitReader(ApplicationModule module, JdkPackages jdk) {
        this.module = module;
        this.jdk = jdk;
    }

    /**
     * Reads a module. Linear in the size of its class files; a class that cannot be read is skipped, and said.
     *
     * @throws IOException when the jar or folder itself cannot be read
     */
    static UnitUses read(ApplicationModule module, JdkPackages jdk) throws IOException {
        return new UnitReader(module, jdk).read();
    }

    private UnitUses read() throws IOException {
        Map<String, ClassReader> readers = new LinkedHashMap<>();
        try (ModuleReader reader = module.reference().open()) {
            for (String path : (Iterable<String>) reader.list().sorted()::iterator) {
                if (path.endsWith(".class")) {
                    if (!path.endsWith("module-info.class") && !path.startsWith(VERSIONED)) {
                        // Also one that cannot be read is there to be used.
                        classes.add(name(path));
                        open(path, bytes(reader, path)).ifPresent(found -> readers.put(path, found));
                    }
                } else if (!path.endsWith("/")) {
                    resource(path, reader);
                }
            }
        }

        Set<String> own = Set.copyOf(readers.keySet());
        // The same few names stand in every class of a jar.
        Map<String, Boolean> known = new HashMap<>();
        Predicate<String> elsewhere =
                type -> known.computeIfAbsent(type, name -> !own.contains(name + ".class") && !jdk.own(name));
        SortedMap<String, List<String>> parents = parents(readers.values());
        Map<String, Boolean> reaching = new HashMap<>();
        Predicate<String> reachesElsewhere = type -> reaches(type, elsewhere, parents, reaching);
        References references = new References(module.name(), elsewhere, reachesElsewhere);
        Finders finders = new Finders(module.name(), jdk::own, reachesElsewhere, parents);
        readers.forEach((path, reader) -> read(path, reader, elsewhere, references, finders));
        readCallers(readers, finders);
        List<UnitUses.Named> names = new ArrayList<>(finders.names());
        names.addAll(mentioned);
        return new UnitUses(
                module.name(),
                classes,
                resources,
                references.all(),
                names,
                finders.services(),
                finders.calls(),
                finders.forwards(),
                finders.unknowns(),
                provides,
                references.handed(),
                parents,
                skipped);
    }

    /** Reads who calls methods of the jar that hand a parameter on, and who calls those: two or three rounds, in fact. */
    private void readCallers(Map<String, ClassReader> readers, Finders finders) {
        Handers called = finders.newHanders();
        while (!called.isEmpty()) {
            Handers wanted = called;
            Map<String, Set<String>> descriptors = wanted.descriptors();
            readers.forEach((path, reader) -> {
                try {
                    if (ConstantPool.calls(reader, descriptors)) {
                        finders.readCallers(reader, wanted);
                    }
                } catch (AnalyzerException | IllegalArgumentException | IndexOutOfBoundsException broken) {
                    skip(path, "its bytecode cannot be followed");
                }
            });
            called = finders.newHanders();
        }
    }

    /** Whether a class stands elsewhere, or inherits from one that does. */
    private static boolean reaches(
            String type, Predicate<String> elsewhere, Map<String, List<String>> parents, Map<String, Boolean> known) {
        Boolean before = known.get(type);
        if (before == null) {
            // A circle, which no JVM loads, ends here.
            known.put(type, false);
            before = elsewhere.test(type)
                    || parents.getOrDefault(type, List.of()).stream()
                            .anyMatch(parent -> reaches(parent, elsewhere, parents, known));
            known.put(type, before);
        }
        return before;
    }

    private SortedMap<String, List<String>> parents(Collection<ClassReader> readers) {
        SortedMap<String, List<String>> parents = new TreeMap<>();
        for (ClassReader reader : readers) {
            List<String> above = Stream.concat(
                            Stream.ofNullable(reader.getSuperName()), Stream.of(reader.getInterfaces()))
                    .filter(parent -> !jdk.own(parent))
                    .toList();
            if (!above.isEmpty()) {
                parents.put(reader.getClassName(), above);
            }
        }
        return parents;
    }

    private void read(
            String path, ClassReader reader, Predicate<String> elsewhere, References references, Finders finders) {
        try {
            boolean names = ConstantPool.namesElsewhere(reader, elsewhere);
            boolean handsName = names && references.read(reader);
            // A class that is only handed on counts where the class names another jar at all.
            if (handsName || ConstantPool.finds(reader, names)) {
                finders.read(reader);
            }
        } catch (AnalyzerException | IllegalArgumentException | IndexOutOfBoundsException broken) {
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
        } catch (IllegalArgumentException newer) {
            skip(path, "its class-file version is newer than any that is known here");
        } catch (IndexOutOfBoundsException broken) {
            skip(path, "it is cut off");
        }
        return Optional.empty();
    }

    private void skip(String path, String reason) {
        skipped.add(name(path) + " of " + module.entry().label() + ": " + reason);
    }

    private void resource(String path, ModuleReader reader) throws IOException {
        resources.add(path);
        if (path.startsWith(SERVICES) && path.indexOf('/', SERVICES.length()) < 0) {
            List<String> providers = text(reader, path)
                    .lines()
                    .map(line -> line.replaceFirst("#.*", "").strip())
                    .filter(line -> !line.isEmpty())
                    .toList();
            provides.put(path.substring(SERVICES.length()), providers);
        } else if (ConfigText.isOne(path)) {
            for (ConfigText.Mention mention : ConfigText.in(path, text(reader, path))) {
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

    private static String text(ModuleReader reader, String path) throws IOException {
        return new String(bytes(reader, path), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(ModuleReader reader, String path) throws IOException {
        try (InputStream in = reader.open(path).orElseThrow(() -> new IOException(path + " is not there any more"))) {
            return in.readAllBytes();
        }
    }

    private static String name(String path) {
        return path.substring(0, path.length() - ".class".length()).replace('/', '.');
    }
}
