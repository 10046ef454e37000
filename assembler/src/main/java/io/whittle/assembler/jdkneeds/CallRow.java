package io.whittle.assembler.jdkneeds;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A method that takes a name of something the JDK may or may not have.
 *
 * @param owner as class files spell it
 * @param name {@code <init>} for a constructor
 * @param arguments the part of the descriptor in parentheses
 * @param argument which argument counts, from 0; -1 where it is the call itself
 * @param meaning what it asks
 */
record CallRow(String owner, String name, String arguments, int argument, Meaning meaning) {
    private static final Map<String, String> PRIMITIVES = Map.of(
            "boolean", "Z", "byte", "B", "char", "C", "double", "D", "float", "F", "int", "I", "long", "J", "short",
            "S");

    /** Of {@code java.lang.}; every other type without a package is of {@code java.util.}. */
    private static final Map<String, String> LANG = Map.of(
            "String", "java/lang/String",
            "StringBuffer", "java/lang/StringBuffer",
            "Object", "java/lang/Object",
            "ClassLoader", "java/lang/ClassLoader",
            "System", "java/lang/System");

    private static final String CONSTRUCTOR = "new";

    /**
     * Of a line such as {@code java.nio.charset.Charset forName(String) 0}: the class, the method ({@code new} for a
     * constructor), the argument that counts, which may be left out.
     */
    static CallRow parse(String line, Meaning meaning) {
        String[] words = line.strip().split("\\s+");
        String method = words[1].substring(0, words[1].indexOf('('));
        String types = words[1].substring(words[1].indexOf('(') + 1, words[1].length() - 1);
        String arguments = Stream.of(types.split(","))
                .filter(type -> !type.isEmpty())
                .map(CallRow::descriptor)
                .collect(Collectors.joining("", "(", ")"));
        return new CallRow(
                internal(words[0]),
                method.equals(CONSTRUCTOR) ? "<init>" : method,
                arguments,
                words.length > 2 ? Integer.parseInt(words[2]) : -1,
                meaning);
    }

    /** Whether this is a method of its owner. */
    boolean isCall(String method, String descriptor) {
        return method.equals(name) && descriptor.startsWith(arguments);
    }

    private static String descriptor(String type) {
        if (type.endsWith("[]")) {
            return "[" + descriptor(type.substring(0, type.length() - 2));
        }
        return PRIMITIVES.containsKey(type) ? PRIMITIVES.get(type) : "L" + internal(type) + ";";
    }

    private static String internal(String type) {
        return LANG.getOrDefault(type, (type.contains(".") ? "" : "java/util/") + type.replace('.', '/'));
    }
}
