package io.whittle.assembler.evidence;

import io.whittle.assembler.jdkneeds.JdkAsks;
import io.whittle.assembler.jdkneeds.JdkUse;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
     */
    void read(ClassNode type, MarkedMethods marked) {
        JdkAsks asks = JdkAsks.of(type);
        for (MethodNode method : type.methods) {
            if (marked.isAsking(method)) {
                for (JdkUse use : asks.in(method)) {
                    asked.add(new AskedByModule(module, use.ask(), place(type, method, use.line())));
                }
            }
        }
    }

    private CodePlace place(ClassNode type, MethodNode method, int line) {
        return new CodePlace(
                module, type.name.replace('/', '.'), method.name, Optional.ofNullable(type.sourceFile), line);
    }
}
