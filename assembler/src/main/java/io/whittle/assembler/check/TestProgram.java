package io.whittle.assembler.check;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What runs a JUnit class of the project: a program in a JVM of the host, which gets the class's name as its last
 * argument and ends with 0 when there was at least one test and all passed, as JUnit's console launcher does.
 *
 * @param java the {@code java} of the host
 * @param classPath the project's test classes, what they need, and the program
 * @param main the program's main class
 * @param arguments before the class's name
 */
public record TestProgram(Path java, List<Path> classPath, String main, List<String> arguments) {
    /** The system property that tells a JUnit class where the image is. */
    public static final String IMAGE_PROPERTY = "whittle.image";

    public TestProgram {
        classPath = List.copyOf(classPath);
        arguments = List.copyOf(arguments);
    }

    List<String> words(String type, Path image) {
        List<String> words = new ArrayList<>(List.of(
                java.toString(),
                "-D" + IMAGE_PROPERTY + "=" + image,
                "-cp",
                classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)),
                main));
        words.addAll(arguments);
        words.add(type);
        return words;
    }
}
