package io.whittle.assembler.evidence;

import org.objectweb.asm.ClassReader;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** What a class names, seen without reading its methods. */
final class ConstantPool {
    private static final int CLASS = 7;
    private static final int NAME_AND_TYPE = 12;
    private static final int METHOD_TYPE = 16;
    private static final int UTF8 = 1;
    private static final String TAKEN_CLASS = "Ljava/lang/Class;";

    /** Methods that find what they are asked for by name, or load services; by name alone, for any class may inherit them. */
    private static final Set<String> FINDERS = Set.of(
            "forName",
            "loadClass",
            "findClass",
            "load",
            "loadInstalled",
            "getBundle",
            "getResource",
            "getResources",
            "getResourceAsStream",
            "getSystemResource",
            "getSystemResources",
            "getSystemResourceAsStream",
            "findModule");

    private ConstantPool() {}

    /**
     * Whether some method of a class finds something by name, or loads services.
     *
     * @param orIsHanded whether it is enough that a method is called that takes a class
     */
    static boolean finds(ClassReader reader, boolean orIsHanded) {
        char[] buffer = new char[reader.getMaxStringLength()];
        for (int item = 1; item < reader.getItemCount(); item++) {
            int offset = reader.getItem(item);
            if (offset > 0
                    && reader.readByte(offset - 1) == NAME_AND_TYPE
                    && (FINDERS.contains(reader.readUTF8(offset, buffer))
                            || orIsHanded && reader.readUTF8(offset + 2, buffer).contains(TAKEN_CLASS))) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether a class calls one of some methods, or refers to it.
     *
     * @param descriptors of the methods, by name
     */
    static boolean calls(ClassReader reader, Map<String, Set<String>> descriptors) {
        char[] buffer = new char[reader.getMaxStringLength()];
        for (int item = 1; item < reader.getItemCount(); item++) {
            int offset = reader.getItem(item);
            if (offset > 0
                    && reader.readByte(offset - 1) == NAME_AND_TYPE
                    && descriptors
                            .getOrDefault(reader.readUTF8(offset, buffer), Set.of())
                            .contains(reader.readUTF8(offset + 2, buffer))) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether a class names one that stands in another jar.
     *
     * @param elsewhere whether a class, by its internal name, does
     */
    static boolean namesElsewhere(ClassReader reader, Predicate<String> elsewhere) {
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
    private static boolean declaresElsewhere(ClassReader reader, Predicate<String> elsewhere) {
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
    private static boolean namesElsewhere(String text, Predicate<String> elsewhere) {
        char first = text.isEmpty() ? 0 : text.charAt(0);
        if (first != '(' && first != '[' && !(first == 'L' && text.endsWith(";"))) {
            return elsewhere.test(text);
        }
        int begin = text.indexOf('L');
        while (begin >= 0) {
            int end = text.indexOf(';', begin);
            if (end < 0) {
                return false;
            }
            if (elsewhere.test(text.substring(begin + 1, end))) {
                return true;
            }
            begin = text.indexOf('L', end);
        }
        return false;
    }
}
