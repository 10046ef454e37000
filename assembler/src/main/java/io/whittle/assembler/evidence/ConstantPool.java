package io.whittle.assembler.evidence;

import org.objectweb.asm.ClassReader;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What a class names, seen without reading its methods.
 *
 * @param namesElsewhere whether it names a class of another jar: then its methods tell where
 * @param finds whether it names a method that finds by name or loads services, or one that gets a class: then what is handed to it has to
 *     be followed
 */
record ConstantPool(boolean namesElsewhere, boolean finds) {
    private static final int UTF8 = 1;
    private static final int CLASS = 7;
    private static final int NAME_AND_TYPE = 12;

    private static final String CLASS_PARAMETER = "Ljava/lang/Class;";

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
            "getSystemResourceAsStream");

    /**
     * Looks at a class; stops as soon as there is nothing more to learn.
     *
     * @param elsewhere whether a class, by its internal name, stands in another jar
     */
    static ConstantPool of(ClassReader reader, Predicate<String> elsewhere) {
        char[] buffer = new char[reader.getMaxStringLength()];
        boolean names = false;
        boolean finds = false;
        for (int item = 1; item < reader.getItemCount() && !(names && finds); item++) {
            int offset = reader.getItem(item);
            int tag = offset == 0 ? 0 : reader.readByte(offset - 1);
            if (tag == CLASS) {
                names = names || isElsewhere(reader.readUTF8(offset, buffer), elsewhere);
            } else if (tag == NAME_AND_TYPE) {
                finds = finds || FINDERS.contains(reader.readUTF8(offset, buffer));
            } else if (tag == UTF8 && mayBeDescriptor(reader, offset)) {
                // Descriptors of what is only declared stand in the pool as plain text.
                String text = utf8(reader, offset);
                names = names || isElsewhere(text, elsewhere);
                int parameter = text.startsWith("(") ? text.indexOf(CLASS_PARAMETER) : -1;
                finds = finds || parameter > 0 && parameter < text.indexOf(')');
            }
        }
        return new ConstantPool(names, finds);
    }

    private static boolean mayBeDescriptor(ClassReader reader, int offset) {
        int first = reader.readUnsignedShort(offset) > 2 ? reader.readByte(offset + 2) : 0;
        return first == 'L' || first == '(' || first == '[';
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
    private static boolean isElsewhere(String text, Predicate<String> elsewhere) {
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
