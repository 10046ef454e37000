package io.whittle.assembler.classpath;

import io.whittle.assembler.modules.TargetJdk;
import org.objectweb.asm.ClassReader;

import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.zip.ZipFile;

/**
 * Which modules of a JDK the classes of a jar name. A jar without a descriptor says it in no other way; which of them it can do without, it
 * does not say at all. Not for several threads.
 */
public final class JdkUses {
    /** Where a class file says its version. */
    private static final int VERSION = 6;

    private static final short ONE_THAT_ASM_KNOWS = 52;

    private final Map<String, String> moduleByPackage = new HashMap<>();
    private final Runtime.Version release;
    private final Map<Path, SortedMap<String, String>> known = new HashMap<>();

    /** What is used of a JDK. */
    public JdkUses(TargetJdk jdk) {
        this.release = Runtime.Version.parse(Integer.toString(jdk.featureVersion()));
        for (ModuleDescriptor module : jdk.modules().values()) {
            module.packages().forEach(name -> moduleByPackage.put(name.replace('.', '/'), module.name()));
        }
    }

    /**
     * The modules that a jar's classes name, each with the first class that does; java.base is left out. Linear in the size of the jar, once.
     *
     * @throws IOException when the jar cannot be read; a class that cannot is passed over, as the JVM does until it is asked for it
     */
    public SortedMap<String, String> of(Path jar) throws IOException {
        SortedMap<String, String> uses = known.get(jar);
        if (uses == null) {
            uses = read(jar);
            known.put(jar, uses);
        }
        return uses;
    }

    private SortedMap<String, String> read(Path path) throws IOException {
        SortedMap<String, String> uses = new TreeMap<>();
        // A signature is nobody's concern here: to verify it takes longer than to read.
        try (JarFile jar = new JarFile(path.toFile(), false, ZipFile.OPEN_READ, release)) {
            for (JarEntry entry : (Iterable<JarEntry>) jar.versionedStream()
                    .filter(each -> each.getName().endsWith(".class"))
                    .filter(each -> !each.getName().endsWith("module-info.class"))
                    // In a jar that does not say that it has versions these are files like any other.
                    .filter(each -> !each.getName().startsWith("META-INF/"))
                    .sorted((one, other) -> one.getName().compareTo(other.getName()))::iterator) {
                try (InputStream in = jar.getInputStream(entry)) {
                    read(in.readAllBytes(), entry.getName(), uses);
                }
            }
        }
        return uses;
    }

    private void read(byte[] bytes, String file, SortedMap<String, String> uses) {
        if (bytes.length < VERSION + 2) {
            return;
        }
        ByteBuffer.wrap(bytes).putShort(VERSION, ONE_THAT_ASM_KNOWS);
        try {
            ClassReader reader = new ClassReader(bytes);
            String name = file.substring(0, file.length() - ".class".length()).replace('/', '.');
            ClassNames.of(reader, type -> {
                int slash = type.lastIndexOf('/');
                String module = slash < 0 ? null : moduleByPackage.get(type.substring(0, slash));
                if (module != null && !module.equals("java.base")) {
                    uses.putIfAbsent(module, name);
                }
            });
        } catch (RuntimeException broken) {
            // ASM says in many ways that bytes are no class.
            return;
        }
    }
}
