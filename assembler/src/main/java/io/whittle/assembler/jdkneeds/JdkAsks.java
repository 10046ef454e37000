package io.whittle.assembler.jdkneeds;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

import java.security.spec.NamedParameterSpec;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds in the methods of a class what they ask of the JDK by constants. A constant counts where it reaches the call within
 * the method, or through a {@code static final} field of the class. What is put together at run time asks nothing here.
 */
public final class JdkAsks {
    private final String owner;
    private final FieldConstants fields;

    private JdkAsks(String owner, FieldConstants fields) {
        this.owner = owner;
        this.fields = fields;
    }

    /**
     * Prepares for the methods of a class: reads its initializer.
     *
     * @throws IllegalArgumentException when the initializer makes no sense
     */
    public static JdkAsks of(ClassNode type) {
        return new JdkAsks(type.name, FieldConstants.of(type));
    }

    /**
     * What a method asks, in the order of its code, each once a line. Takes time in proportion to the method, and beyond
     * that only where it asks.
     *
     * @param method a method of the class
     * @param bearing how the method bears what is not there
     * @throws IllegalArgumentException when its bytecode makes no sense
     */
    public List<JdkUse> in(MethodNode method, Bearing bearing) {
        List<Flow.Origin> instructions =
                new Flow(owner, method, fields).instructions().toList();
        Absence absence = Absence.of(instructions, bearing);
        Set<JdkUse> uses = new LinkedHashSet<>();
        instructions.forEach(origin -> asks(origin)
                .forEach(ask -> uses.add(new JdkUse(ask, line(origin.insn()), absence.isBorne(origin, ask)))));
        // What a line asks twice and can once not do without, it needs.
        return uses.stream()
                .filter(use -> !use.optional() || !uses.contains(use.needed()))
                .toList();
    }

    private static Stream<JdkAsk> asks(Flow.Origin origin) {
        if (origin.insn() instanceof MethodInsnNode call) {
            return Calls.of(call).flatMap(row -> row.meaning().asks(origin, row.argument()));
        }
        if (origin.insn() instanceof FieldInsnNode field
                && field.getOpcode() == Opcodes.GETSTATIC
                && field.owner.equals(PossibleAsks.KEY_SCHEMES)) {
            return keyScheme(field.name).stream().map(name -> new JdkAsk.SecurityService("KeyPairGenerator", name));
        }
        return Stream.empty();
    }

    private static Optional<String> keyScheme(String field) {
        try {
            return Optional.ofNullable(NamedParameterSpec.class.getField(field).get(null))
                    .filter(NamedParameterSpec.class::isInstance)
                    .map(spec -> ((NamedParameterSpec) spec).getName());
        } catch (ReflectiveOperationException unknown) {
            // A constant of a Java that is newer than this one: which it is nobody here can tell.
            return Optional.empty();
        }
    }

    private static int line(AbstractInsnNode insn) {
        for (AbstractInsnNode before = insn; before != null; before = before.getPrevious()) {
            if (before instanceof LineNumberNode line) {
                return line.line;
            }
        }
        return 0;
    }
}
