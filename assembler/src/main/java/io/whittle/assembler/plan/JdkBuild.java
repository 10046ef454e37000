package io.whittle.assembler.plan;

import io.whittle.assembler.fresh.ContentHash;
import io.whittle.assembler.modules.TargetJdk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Tells two builds of a JDK apart, also where they call themselves the same. */
final class JdkBuild {
    private JdkBuild() {}

    /** A hash of the JDK's {@code release} file and of the names and sizes of its modules; their content is not read. */
    static String sha256(TargetJdk jdk) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add(ContentHash.of(jdk.release()));
        if (jdk.jmods().isPresent()) {
            try (Stream<Path> files = Files.list(jdk.jmods().get())) {
                for (Path file : (Iterable<Path>) files.sorted()::iterator) {
                    lines.add(file.getFileName() + " " + Files.size(file));
                }
            }
        } else {
            lines.add("modules " + Files.size(jdk.home().resolve("lib/modules")));
        }
        return ContentHash.of(String.join("\n", lines));
    }
}
