package io.whittle.assembler.evidence;

import org.objectweb.asm.ClassReader;

/** What a class binds at run time: for each item of that kind the bootstrap method and what it gets (JVMS 4.7.23). */
final class BootstrapMethods {
    private final ClassReader reader;
    private final char[] buffer;
    private final int table;

    BootstrapMethods(ClassReader reader, ClassLayout layout, char[] buffer) {
        this.reader = reader;
        this.buffer = buffer;
        this.table = ClassLayout.attribute(reader, layout.attributes(), ClassLayout.BOOTSTRAP);
    }

    /**
     * Constants of an item, as ASM makes them: the bootstrap method first, then its arguments.
     *
     * @param item where an {@code invokedynamic}'s item begins, behind its kind
     */
    Object[] constants(int item) {
        if (table == 0) {
            throw new IllegalArgumentException("there are no bootstrap methods");
        }
        int at = table + 2;
        for (int before = reader.readUnsignedShort(item); before > 0; before--) {
            at += 4 + 2 * reader.readUnsignedShort(at + 2);
        }
        Object[] constants = new Object[1 + reader.readUnsignedShort(at + 2)];
        constants[0] = reader.readConst(reader.readUnsignedShort(at), buffer);
        for (int i = 1; i < constants.length; i++) {
            constants[i] = reader.readConst(reader.readUnsignedShort(at + 2 + 2 * i), buffer);
        }
        return constants;
    }
}
