package io.whittle.assembler.evidence;

import org.objectweb.asm.ClassReader;

import java.nio.charset.StandardCharsets;

/**
 * Where the members of a class stand in its bytes (JVMS 4.1): each is told apart without being read.
 *
 * @param fields where each of the fields begins
 * @param methods where each of the methods begins
 * @param attributes where those of the class begin
 */
record ClassLayout(int[] fields, int[] methods, int attributes) {
    static final byte[] CODE = name("Code");
    static final byte[] EXCEPTIONS = name("Exceptions");
    static final byte[] SOURCE = name("SourceFile");
    static final byte[] BOOTSTRAP = name("BootstrapMethods");

    /** Where the attributes of a member begin, from its begin: behind access, name and descriptor. */
    static final int TO_ATTRIBUTES = 6;

    private static final int TO_NAME = 2;
    static final int TO_DESCRIPTOR = 4;
    private static final int HEAD = 6;

    /** Of a class. Linear in the number of its members and their attributes. */
    static ClassLayout of(ClassReader reader) {
        int at = reader.header + HEAD;
        at += 2 + 2 * reader.readUnsignedShort(at);
        int[] fields = new int[reader.readUnsignedShort(at)];
        at = members(reader, at + 2, fields);
        int[] methods = new int[reader.readUnsignedShort(at)];
        at = members(reader, at + 2, methods);
        return new ClassLayout(fields, methods, at);
    }

    private static int members(ClassReader reader, int begin, int[] members) {
        int at = begin;
        for (int i = 0; i < members.length; i++) {
            members[i] = at;
            at += TO_ATTRIBUTES;
            int left = reader.readUnsignedShort(at);
            at += 2;
            for (; left > 0; left--) {
                at += HEAD + reader.readInt(at + 2);
            }
        }
        return at;
    }

    /** What an attribute holds: where it begins, behind its length; 0 where there is none of this name. */
    static int attribute(ClassReader reader, int attributes, byte[] name) {
        return attribute(reader, attributes, name, 0);
    }

    /** The same, of those of the same name the one after so many. */
    static int attribute(ClassReader reader, int attributes, byte[] name, int after) {
        int at = attributes + 2;
        int passed = 0;
        for (int left = reader.readUnsignedShort(attributes); left > 0; left--) {
            if (isNamed(reader, reader.getItem(reader.readUnsignedShort(at)), name) && passed++ == after) {
                return at + HEAD;
            }
            at += HEAD + reader.readInt(at + 2);
        }
        return 0;
    }

    /** Where the text of a member's descriptor stands. */
    static int descriptor(ClassReader reader, int member) {
        return reader.getItem(reader.readUnsignedShort(member + TO_DESCRIPTOR));
    }

    static String name(ClassReader reader, int member, char[] buffer) {
        return reader.readUTF8(member + TO_NAME, buffer);
    }

    static String descriptor(ClassReader reader, int member, char[] buffer) {
        return reader.readUTF8(member + TO_DESCRIPTOR, buffer);
    }

    private static boolean isNamed(ClassReader reader, int text, byte[] name) {
        if (reader.readUnsignedShort(text) != name.length) {
            return false;
        }
        for (int i = 0; i < name.length; i++) {
            if (reader.readByte(text + 2 + i) != name[i]) {
                return false;
            }
        }
        return true;
    }

    static byte[] name(String name) {
        return name.getBytes(StandardCharsets.US_ASCII);
    }
}
