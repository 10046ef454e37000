package io.whittle.assembler.evidence;

import org.objectweb.asm.ClassReader;

import java.nio.charset.StandardCharsets;

/** What a class names, seen without reading its methods. */
final class ConstantPool {
    private static final int UTF8 = 1;
    private static final int CLASS = 7;
    private static final int FIELD = 9;
    private static final int INTERFACE_METHOD = 11;
    private static final int NAME_AND_TYPE = 12;
    private static final int METHOD_TYPE = 16;

    private ConstantPool() {}

    /** Tells fields and methods worth a look by the class that is named as their owner, by its internal name, and by name and descriptor. */
    interface MemberTest {
        boolean test(String owner, String name, String descriptor);
    }

    /** Whether a class uses, or refers to, one of some fields and methods. */
    static boolean namesMember(ClassReader reader, MemberTest wanted) {
        char[] buffer = new char[reader.getMaxStringLength()];
        for (int item = 1; item < reader.getItemCount(); item++) {
            int offset = reader.getItem(item);
            int tag = offset == 0 ? 0 : reader.readByte(offset - 1);
            if (tag >= FIELD && tag <= INTERFACE_METHOD) {
                int named = reader.getItem(reader.readUnsignedShort(offset + 2));
                if (wanted.test(
                        reader.readClass(offset, buffer),
                        reader.readUTF8(named, buffer),
                        reader.readUTF8(named + 2, buffer))) {
                    return true;
                }
            }
        }
        return false;
    }

    /**
     * Whether a class names one that stands in another jar.
     *
     * @param elsewhere which do
     */
    static boolean namesElsewhere(ClassReader reader, Elsewhere elsewhere) {
        char[] buffer = new char[reader.getMaxStringLength()];
        for (int item = 1; item < reader.getItemCount(); item++) {
            int offset = reader.getItem(item);
            if (offset == 0) {
                continue;
            }
            int tag = reader.readByte(offset - 1);
            if ((tag == CLASS || tag == METHOD_TYPE) && namesElsewhere(reader.readUTF8(offset, buffer), elsewhere)
                    || tag == NAME_AND_TYPE && namesElsewhere(reader.readUTF8(offset + 2, buffer), elsewhere)) {
                return true;
            }
        }
        return declaresElsewhere(reader, elsewhere);
    }

    /** Descriptors of fields and methods that are only declared stand in the pool as plain text. */
    private static boolean declaresElsewhere(ClassReader reader, Elsewhere elsewhere) {
        for (int item = 1; item < reader.getItemCount(); item++) {
            int offset = reader.getItem(item);
            if (offset > 0 && reader.readByte(offset - 1) == UTF8) {
                int first = reader.readUnsignedShort(offset) > 2 ? reader.readByte(offset + 2) : 0;
                if (first == 'L' || first == '(' || first == '[') {
                    if (namesElsewhere(utf8(reader, offset), elsewhere)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** Descriptors are nearly always ASCII; of others no more is lost than a class that is read without need, or is not. */
    private static String utf8(ClassReader reader, int offset) {
        byte[] bytes = new byte[reader.readUnsignedShort(offset)];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) reader.readByte(offset + 2 + i);
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** A name, or a descriptor with names. */
    private static boolean namesElsewhere(String text, Elsewhere elsewhere) {
        char first = text.isEmpty() ? 0 : text.charAt(0);
        if (first != '(' && first != '[' && !(first == 'L' && text.endsWith(";"))) {
            return elsewhere.has(text);
        }
        int begin = text.indexOf('L');
        while (begin >= 0) {
            int end = text.indexOf(';', begin);
            if (end < 0) {
                return false;
            }
            if (elsewhere.has(text.substring(begin + 1, end))) {
                return true;
            }
            begin = text.indexOf('L', end);
        }
        return false;
    }
}
