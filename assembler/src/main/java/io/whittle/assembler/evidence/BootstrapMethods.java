package io.whittle.assembler.evidence;

import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Handle;

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

    /** The bootstrap method of an item. */
    Handle method(int item) {
        return (Handle) reader.readConst(reader.readUnsignedShort(entry(item)), buffer);
    }

    /** The constants that it gets, as ASM makes them. */
    Object[] arguments(int item) {
        int count = entry(item) + 2;
        Object[] constants = new Object[reader.readUnsignedShort(count)];
        for (int i = 0; i < constants.length; i++) {
            constants[i] = reader.readConst(reader.readUnsignedShort(count + 2 + 2 * i), buffer);
        }
        return constants;
    }

    private int entry(int item) {
        if (table == 0) {
            throw new IllegalArgumentException("there are no bootstrap methods");
        }
        int at = table + 2;
        for (int before = reader.readUnsignedShort(reader.getItem(item)); before > 0; before--) {
            at += 4 + 2 * reader.readUnsignedShort(at + 2);
        }
        return at;
    }
}
