package io.whittle.assembler.modular;

import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.ModuleVisitor;
import org.objectweb.asm.Opcodes;

import java.lang.module.ModuleDescriptor;
import java.util.Set;
import java.util.TreeSet;

/** A descriptor as the bytes of {@code module-info.class}. */
final class ModuleInfo {
    static final String FILE = "module-info.class";

    private ModuleInfo() {}

    /** Equal descriptors give equal bytes. All that it says is written, and with it all packages. */
    static byte[] bytes(ModuleDescriptor descriptor) {
        ClassWriter writer = new ClassWriter(0);
        writer.visit(Opcodes.V9, Opcodes.ACC_MODULE, "module-info", null, null, null);
        ModuleVisitor module = writer.visitModule(
                descriptor.name(),
                descriptor.isOpen() ? Opcodes.ACC_OPEN : 0,
                descriptor.rawVersion().orElse(null));
        descriptor.mainClass().ifPresent(main -> module.visitMainClass(internal(main)));
        new TreeSet<>(descriptor.packages()).forEach(name -> module.visitPackage(internal(name)));
        new TreeSet<>(descriptor.requires())
                .forEach(each -> module.visitRequire(
                        each.name(), requires(each), each.rawCompiledVersion().orElse(null)));
        new TreeSet<>(descriptor.exports())
                .forEach(each -> module.visitExport(internal(each.source()), 0, targets(each.targets())));
        new TreeSet<>(descriptor.opens())
                .forEach(each -> module.visitOpen(internal(each.source()), 0, targets(each.targets())));
        new TreeSet<>(descriptor.uses()).forEach(name -> module.visitUse(internal(name)));
        new TreeSet<>(descriptor.provides())
                .forEach(each -> module.visitProvide(
                        internal(each.service()),
                        each.providers().stream().map(ModuleInfo::internal).toArray(String[]::new)));
        module.visitEnd();
        writer.visitEnd();
        return writer.toByteArray();
    }

    private static int requires(ModuleDescriptor.Requires requires) {
        int flags = 0;
        for (ModuleDescriptor.Requires.Modifier modifier : requires.modifiers()) {
            flags |= switch (modifier) {
                case TRANSITIVE -> Opcodes.ACC_TRANSITIVE;
                case STATIC -> Opcodes.ACC_STATIC_PHASE;
                case SYNTHETIC -> Opcodes.ACC_SYNTHETIC;
                case MANDATED -> Opcodes.ACC_MANDATED;
            };
        }
        return flags;
    }

    private static String[] targets(Set<String> targets) {
        return targets.isEmpty() ? null : new TreeSet<>(targets).toArray(String[]::new);
    }

    private static String internal(String name) {
        return name.replace('.', '/');
    }
}
