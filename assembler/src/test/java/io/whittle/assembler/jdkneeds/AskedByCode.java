package io.whittle.assembler.jdkneeds;

import io.whittle.assembler.modules.PathEntry;
import io.whittle.assembler.testing.TestModule;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Compiles the members of a class and reads what each method asks. */
final class AskedByCode {
    /** Bears nothing. */
    static final Bearing NOTHING = new Bearing() {
        @Override
        public boolean isCaught(AbstractInsnNode instruction, Set<String> exceptions) {
            return false;
        }

        @Override
        public boolean isLookedAt(MethodInsnNode call) {
            return false;
        }
    };

    private AskedByCode() {}

    /** What methods ask, by their names; a method that asks nothing is there with nothing. */
    static SortedMap<String, List<JdkUse>> uses(Path folder, String members) {
        PathEntry entry = TestModule.module("acme")
                .requires("java.naming", "java.net.http")
                .type("acme.Code", members)
                .folder(folder);
        try {
            ClassNode type = new ClassNode();
            new ClassReader(Files.readAllBytes(entry.path().resolve("acme/Code.class"))).accept(type, 0);
            JdkAsks asks = JdkAsks.of(type);
            SortedMap<String, List<JdkUse>> uses = new TreeMap<>();
            for (MethodNode method : type.methods) {
                uses.put(method.name, asks.in(method, NOTHING));
            }
            return uses;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** What the one method {@code void m(...)} of this body asks, as text. */
    static List<String> asked(Path folder, String body) {
        String method = "static Object source() { return null; } void m(String text, java.util.Locale locale, int i)"
                + " throws Exception { " + body + " }";
        return uses(folder, method).get("m").stream()
                .map(use -> use.ask().text())
                .distinct()
                .toList();
    }
}
