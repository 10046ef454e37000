package io.whittle.assembler.plan;

import io.whittle.assembler.classpath.ClassVersions;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Classes in the jars of an image that its Java is too old for: no link fails for them, and whoever loads one does. */
final class NewerClasses {
    // Costs and searches plan hundreds of images of the same jars.
    private static final Map<Looked, Answer> KNOWN = new ConcurrentHashMap<>();

    private NewerClasses() {}

    private record Looked(Path jar, int release) {}

    private record Answer(long bytes, FileTime changed, ClassVersions newer) {}

    /**
     * A note on each jar that has some. Several jars are looked at at once.
     *
     * @param byLabel the jars; folders are passed over, since who builds them chose their Java
     * @param release the image's Java
     */
    static List<String> notes(SortedMap<String, Path> byLabel, int release) throws IOException {
        try {
            return byLabel.entrySet().parallelStream()
                    .filter(jar -> Files.isRegularFile(jar.getValue()))
                    .flatMap(jar -> note(jar, release))
                    .toList();
        } catch (UncheckedIOException broken) {
            throw broken.getCause();
        }
    }

    /** Looks into a jar once, as long as its size and time stay. */
    static ClassVersions newer(Path jar, int release) throws IOException {
        BasicFileAttributes now = Files.readAttributes(jar, BasicFileAttributes.class);
        Looked looked = new Looked(jar.toAbsolutePath(), release);
        Answer known = KNOWN.get(looked);
        if (known == null || known.bytes != now.size() || !known.changed.equals(now.lastModifiedTime())) {
            known = new Answer(now.size(), now.lastModifiedTime(), ClassVersions.newer(jar, release));
            KNOWN.put(looked, known);
        }
        return known.newer;
    }

    private static Stream<String> note(Map.Entry<String, Path> jar, int release) {
        try {
            ClassVersions newer = newer(jar.getValue(), release);
            return newer.classes() == 0
                    ? Stream.empty()
                    : Stream.of(jar.getKey() + " has "
                            + (newer.classes() == 1 ? "1 class" : newer.classes() + " classes, such as") + " "
                            + newer.first() + ", for Java " + newer.release() + ": the image is of Java " + release
                            + ", and whoever loads one fails");
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
