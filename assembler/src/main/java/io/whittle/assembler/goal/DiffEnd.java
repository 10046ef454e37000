package io.whittle.assembler.goal;

import io.whittle.assembler.diff.Kind;
import io.whittle.assembler.diff.OutputReader;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What is compared, and where it stands.
 *
 * @param path the file or folder
 * @param kind what stands there
 */
record DiffEnd(Path path, Kind kind) {
    private static final Pattern JSON = Pattern.compile("\\s*\\{\\s*[\"}].*", Pattern.DOTALL);

    /** Tells what stands there. Whether it is whole is told when it is read. */
    static DiffEnd of(Path path, String property, List<String> faults) throws IOException {
        if (Files.isDirectory(path)) {
            return new DiffEnd(path, OutputReader.isImage(path) ? Kind.IMAGE : Kind.OUTPUT);
        }
        if (!Files.isRegularFile(path)) {
            faults.add(property + " is " + path + ", and "
                    + (Files.exists(path) ? "that is neither a file nor a folder" : "there is no such file or folder")
                    + ".\n  A relative path begins in the project's folder, or else where Maven was started. A revision is not looked"
                    + " up; save what it had:\n"
                    + "    git show main:feature-tags.yaml > target/former-feature-tags.yaml");
        } else if (isDocument(path)) {
            faults.add(property + " is " + path + ", a document of a build.\n  Name the folder it lies in: -D"
                    + property + "=" + path.toAbsolutePath().getParent());
        }
        return new DiffEnd(path, isLock(path) ? Kind.LOCK : Kind.CATALOG);
    }

    private static boolean isDocument(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        return String.valueOf(file.getFileName()).endsWith(".json")
                && (OutputReader.isImage(folder)
                        || file.getFileName().toString().equals("audit.json"));
    }

    private static boolean isLock(Path file) throws IOException {
        if (String.valueOf(file.getFileName()).endsWith(".lock")) {
            return true;
        }
        if (!Files.isRegularFile(file)) {
            return false;
        }
        byte[] begin;
        try (InputStream in = Files.newInputStream(file)) {
            begin = in.readNBytes(256);
        }
        return JSON.matcher(new String(begin, StandardCharsets.UTF_8)).matches();
    }

    /** As reports name it: from where Maven was started, so that they are the same wherever the project lies. */
    String name() {
        Path here = Path.of("").toAbsolutePath();
        Path absolute = path.toAbsolutePath().normalize();
        return (absolute.startsWith(here) ? here.relativize(absolute) : absolute)
                .toString()
                .replace('\\', '/');
    }
}
