package io.whittle.assembler.init;

import io.whittle.assembler.modules.ApplicationModule;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleReader;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Looks for the classes of a module that can be started. */
final class MainClasses {
    private static final String ENDING = ".class";

    private MainClasses() {}

    /**
     * The one that the descriptor names, or else every one with a {@code main}. Nested classes are passed over: what is meant
     * to be started stands by itself. Linear in the size of the module's classes.
     */
    static List<String> of(ApplicationModule module) throws IOException {
        SortedSet<String> mains = new TreeSet<>();
        try (ModuleReader reader = module.reference().open()) {
            Optional<String> named = module.reference().descriptor().mainClass();
            if (named.isPresent()
                    && reader.find(named.get().replace('.', '/') + ENDING).isPresent()) {
                return List.of(named.get());
            }
            for (String path : (Iterable<String>) reader.list()::iterator) {
                if (isCandidate(path) && hasMain(reader, path)) {
                    mains.add(path.substring(0, path.length() - ENDING.length()).replace('/', '.'));
                }
            }
        }
        return List.copyOf(mains);
    }

    private static boolean isCandidate(String path) {
        return path.endsWith(ENDING) && path.indexOf('$') < 0 && path.indexOf('/') > 0 && !path.startsWith("META-INF/");
    }

    private static boolean hasMain(ModuleReader reader, String path) throws IOException {
        boolean[] found = {false};
        try (InputStream in = reader.open(path).orElseThrow()) {
            ClassVisitor visitor = new ClassVisitor(Opcodes.ASM9) {
                @Override
                public MethodVisitor visitMethod(
                        int access, String name, String descriptor, String signature, String[] exceptions) {
                    int startable = Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC;
                    found[0] |= name.equals("main")
                            && descriptor.equals("([Ljava/lang/String;)V")
                            && (access & startable) == startable;
                    return null;
                }
            };
            new ClassReader(in).accept(visitor, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG);
        } catch (IllegalArgumentException | IndexOutOfBoundsException unreadable) {
            // The evidence names it among what was skipped; nobody starts a class that cannot be read.
            return false;
        }
        return found[0];
    }
}
