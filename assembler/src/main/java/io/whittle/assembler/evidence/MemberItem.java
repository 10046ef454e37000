package io.whittle.assembler.evidence;

import org.objectweb.asm.ClassReader;

/**
 * A field or method that an item of a constant pool refers to.
 *
 * @param owner its class, by its internal name
 * @param name its name
 * @param descriptor its descriptor
 */
record MemberItem(String owner, String name, String descriptor) {
    static MemberItem of(ClassReader reader, int item, char[] buffer) {
        int offset = reader.getItem(item);
        int named = reader.getItem(reader.readUnsignedShort(offset + 2));
        return new MemberItem(
                reader.readClass(offset, buffer), reader.readUTF8(named, buffer), reader.readUTF8(named + 2, buffer));
    }
}
