package io.whittle.assembler.evidence;

import io.whittle.assembler.jdkneeds.Bearing;
import io.whittle.assembler.jdkneeds.JdkAsks;
import io.whittle.assembler.jdkneeds.JdkUse;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Collects what the classes of a jar ask of the JDK. */
final class JdkAskReader {
    private final String module;
    private final List<AskedByModule> asked = new ArrayList<>();

    JdkAskReader(String module) {
        this.module = module;
    }

    List<AskedByModule> asked() {
        return asked;
    }

    /**
     * Reads a class.
     *
     * @param type with its initializer
     * @param marked which of its methods ask
     * @param tests what its methods test for presence
     */
    void read(ClassNode type, MarkedMethods marked, Optional<PresenceTests> tests) {
        JdkAsks asks = JdkAsks.of(type);
        for (MethodNode method : type.methods) {
            if (marked.isAsking(method)) {
                // Who tests for a module of the JDK at all, tests for what he asks.
                List<String> guards = tests.map(of -> of.before(method.name + method.desc, Integer.MAX_VALUE))
                        .orElse(List.of());
                for (JdkUse use : asks.in(method, new Handling(type.name, method))) {
                    asked.add(new AskedByModule(
                            module, use.ask(), place(type, method, use.line()), use.optional(), guards));
                }
            }
        }
    }

    private record Handling(String owner, MethodNode method) implements Bearing {
        @Override
        public boolean isCaught(AbstractInsnNode instruction, Set<String> exceptions) {
            return Outcome.isCaught(method, instruction, exceptions);
        }

        @Override
        public boolean isLookedAt(MethodInsnNode call) {
            return Outcome.looks(method, Flow.of(owner, method), call);
        }
    }

    private CodePlace place(ClassNode type, MethodNode method, int line) {
        return new CodePlace(
                module, type.name.replace('/', '.'), method.name, Optional.ofNullable(type.sourceFile), line);
    }
}
