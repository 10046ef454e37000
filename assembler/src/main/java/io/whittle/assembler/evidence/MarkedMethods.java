package io.whittle.assembler.evidence;

import io.whittle.assembler.jdkneeds.PossibleAsks;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;

/**
 * Marks the methods of a class that are worth more than a look: those in which something is found, or a class or a name handed on, and
 * those that ask the JDK. Only of them trees are made, which are dear.
 */
final class MarkedMethods {
    private final OpenClass type;
    private final ItemMarks marks;
    private final BitSet chosen = new BitSet();
    private final Set<String> finding = new HashSet<>();
    private final Set<String> asking = new HashSet<>();

    private MarkedMethods(OpenClass type, ItemMarks marks) {
        this.type = type;
        this.marks = marks;
    }

    /** Of a class. Linear in its size. */
    static MarkedMethods of(OpenClass type, Finders finders, PossibleAsks asks) {
        MarkedMethods marked = new MarkedMethods(type, new ItemMarks(type, finders, asks));
        int[] methods = type.layout().methods();
        for (int i = type.methods().nextSetBit(0); i >= 0; i = type.methods().nextSetBit(i + 1)) {
            marked.see(i, methods[i]);
        }
        return marked;
    }

    private void see(int number, int method) {
        InMethod seen = new InMethod();
        Instructions.show(type.reader(), type.code(method), seen);
        String descriptor = type.descriptor(method);
        // Only a constant, or a parameter that is a class or cast to one, is followed.
        boolean hasClass = (seen.all & ItemMarks.CLASS) != 0 || descriptor.contains("Ljava/lang/Class;");
        if ((seen.all & ItemMarks.FINDS) != 0
                || (seen.all & ItemMarks.HANDS_CLASS) != 0 && hasClass
                || seen.handsName) {
            finding.add(type.name(method) + descriptor);
            chosen.set(number);
        }
        if ((seen.all & ItemMarks.ASKS) != 0) {
            asking.add(type.name(method) + descriptor);
            chosen.set(number);
        }
    }

    boolean isEmpty() {
        return finding.isEmpty() && asking.isEmpty();
    }

    /** Whether something is found in a method, or a class handed on. */
    boolean isFinding(MethodNode method) {
        return finding.contains(method.name + method.desc);
    }

    /** Whether a method asks the JDK. */
    boolean isAsking(MethodNode method) {
        return asking.contains(method.name + method.desc);
    }

    boolean isAnyAsking() {
        return !asking.isEmpty();
    }

    /** The class with none but these methods; with its initializer where one asks, for that makes its constants. */
    ClassNode trees() {
        BitSet all = (BitSet) chosen.clone();
        int[] methods = type.layout().methods();
        for (int i = 0; isAnyAsking() && i < methods.length; i++) {
            if (type.name(methods[i]).equals("<clinit>")) {
                all.set(i);
            }
        }
        return ClassTree.of(type, all);
    }

    private final class InMethod implements Instructions.Seeing {
        private int all;
        private boolean handsName;

        @Override
        public void item(int at, int opcode, int item) {
            int mark = marks.of(opcode, item);
            handsName |= (mark & ItemMarks.HANDS_NAME) != 0 && (all & ItemMarks.NAME) != 0;
            all |= mark;
        }

        @Override
        public void jump(int at, int to, boolean always) {
            // Which way is taken does not matter.
        }

        @Override
        public void choose(int at, int... to) {
            // Nor here.
        }

        @Override
        public void leave(int at, boolean returns) {
            // Nor here.
        }
    }
}
