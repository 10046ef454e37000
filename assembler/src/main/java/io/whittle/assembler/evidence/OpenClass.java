package io.whittle.assembler.evidence;

import org.objectweb.asm.ClassReader;

import java.util.BitSet;
import java.util.Optional;

/**
 * A class that is worth reading.
 *
 * @param reader of its bytes
 * @param layout where its members stand
 * @param items of its constant pool that are worth something
 * @param methods that use one of them, by their place in the class
 * @param buffer for the texts that are made of its bytes
 */
record OpenClass(ClassReader reader, ClassLayout layout, BitSet items, BitSet methods, char[] buffer) {
    /** Opens a class. Linear in its size. */
    static OpenClass of(ClassReader reader, BitSet items) {
        ClassLayout layout = ClassLayout.of(reader);
        BitSet methods = new MethodScan(reader, layout, items).methods();
        return new OpenClass(reader, layout, items, methods, new char[reader.getMaxStringLength()]);
    }

    /** Where what the code of a method holds begins; 0 where it has none. */
    int code(int method) {
        return ClassLayout.attribute(reader, method + ClassLayout.TO_ATTRIBUTES, ClassLayout.CODE);
    }

    /** The file that the class was compiled from, where it says so. */
    Optional<String> source() {
        int source = ClassLayout.attribute(reader, layout.attributes(), ClassLayout.SOURCE);
        return source > 0 ? Optional.of(reader.readUTF8(source, buffer)) : Optional.empty();
    }

    String name(int member) {
        return ClassLayout.name(reader, member, buffer);
    }

    String descriptor(int member) {
        return ClassLayout.descriptor(reader, member, buffer);
    }

    /** What the class binds at run time. */
    BootstrapMethods bootstrap() {
        return new BootstrapMethods(reader, layout, buffer);
    }
}
