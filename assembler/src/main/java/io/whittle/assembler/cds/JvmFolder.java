package io.whittle.assembler.cds;

import io.whittle.assembler.plan.LinkException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The folder of the JVM that an image starts, where it also looks for its archive of classes. */
final class JvmFolder {
    private static final List<String> LIBRARIES = List.of("libjvm.so", "libjvm.dylib", "jvm.dll");

    /** Where a JVM may lie in an image. */
    static final List<String> NAMES =
            List.of("lib/server", "lib/client", "lib/zero", "lib/dcevm", "bin/server", "bin/client");

    private JvmFolder() {}

    /**
     * The folder, such as {@code lib/server}. {@code lib/jvm.cfg} lists the kinds of JVM, the one that is started first.
     *
     * @throws LinkException when there is none whose classes can be archived
     */
    static Path of(Path image) throws LinkException, IOException {
        for (String line : Files.readAllLines(image.resolve("lib/jvm.cfg"), StandardCharsets.UTF_8)) {
            String[] words = line.strip().split("\\s+");
            if (words.length < 2 || !words[0].startsWith("-") || !words[1].equals("KNOWN")) {
                continue;
            }
            String kind = words[0].substring(1);
            for (Path folder : List.of(
                    image.resolve("lib").resolve(kind), image.resolve("bin").resolve(kind))) {
                if (isJvm(folder) && !kind.equals("minimal")) {
                    return folder;
                }
                if (isJvm(folder)) {
                    throw new LinkException(
                            "The image's JVM is the minimal one, which is built without archives of classes.\n"
                                    + "  Write cds: none, or link a JDK with a server or client JVM.");
                }
            }
        }
        throw new LinkException(
                "No JVM that lib/jvm.cfg of the image lists is in it.\n  Is the JDK whole? Install it anew, or"
                        + " write cds: none.");
    }

    private static boolean isJvm(Path folder) {
        return Stream.of(LIBRARIES).flatMap(List::stream).anyMatch(name -> Files.isRegularFile(folder.resolve(name)));
    }
}
