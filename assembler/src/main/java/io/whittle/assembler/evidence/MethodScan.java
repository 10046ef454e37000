package io.whittle.assembler.evidence;

import org.objectweb.asm.ClassReader;

import java.util.BitSet;

/**
 * Which methods of a class use one of some items of its constant pool, told from their bytes: instructions and handlers alone are looked
 * at.
 */
final class MethodScan {
    private static final int HANDLER = 8;

    private final ClassReader reader;
    private final ClassLayout layout;
    private final BitSet items;

    MethodScan(ClassReader reader, ClassLayout layout, BitSet items) {
        this.reader = reader;
        this.layout = layout;
        this.items = items;
    }

    /** The methods, by their place in the class from 0. */
    BitSet methods() {
        BitSet found = new BitSet();
        int[] methods = layout.methods();
        for (int i = 0; i < methods.length; i++) {
            int code = ClassLayout.attribute(reader, methods[i] + ClassLayout.TO_ATTRIBUTES, ClassLayout.CODE);
            found.set(i, code > 0 && (Instructions.use(reader, code, items) || isInHandlers(code)));
        }
        return found;
    }

    private boolean isInHandlers(int code) {
        int handlers = Instructions.end(reader, code);
        int at = handlers + 2;
        for (int left = reader.readUnsignedShort(handlers); left > 0; left--) {
            if (items.get(reader.readUnsignedShort(at + 6))) {
                return true;
            }
            at += HANDLER;
        }
        return false;
    }
}
