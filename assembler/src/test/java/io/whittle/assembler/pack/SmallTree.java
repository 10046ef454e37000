package io.whittle.assembler.pack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** A folder like an image, made by a shell under a umask. */
final class SmallTree {
    /** Longer than the field of a tar's header. */
    static final String DEEP = "lib/" + "a-name-of-some-length/".repeat(6) + "file";

    private static final List<String> STEPS = List.of(
            "mkdir bin && printf '#!/bin/sh\\necho hello\\n' > bin/app && chmod +x bin/app",
            "mkdir -p legal/java.base legal/java.xml && printf 'may be read' > legal/java.base/LICENSE"
                    + " && chmod a-w legal/java.base/LICENSE && ln -s ../java.base/LICENSE legal/java.xml/LICENSE",
            "mkdir -p lib conf/empty && head -c 200000 /dev/zero | tr '\\0' m > lib/modules",
            "mkdir -p \"$(dirname " + DEEP + ")\" && printf deep > " + DEEP,
            "printf 'VERSION=1\\n' > release && : > bin-x");

    private SmallTree() {}

    /** Makes it, its steps in this order or the other. */
    static Path make(Path folder, String umask, boolean backwards) throws IOException {
        StringBuilder script = new StringBuilder("set -e; umask " + umask + "; mkdir -p \"$1\"; cd \"$1\"\n");
        for (int i = 0; i < STEPS.size(); i++) {
            script.append(STEPS.get(backwards ? STEPS.size() - 1 - i : i)).append('\n');
        }
        run("sh", "-c", script.toString(), "sh", folder.toString());
        return folder;
    }

    /** What a command prints; fails unless it exits with 0. */
    static String run(String... command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("LC_ALL", "C.UTF-8");
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            assertThat(process.waitFor()).as(List.of(command) + " said " + said).isZero();
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
        return said;
    }

    static Path pack(Path folder, ArchiveFormat format, Path to) throws IOException {
        try (var out = Files.newOutputStream(to)) {
            Packer.write(PackedFolder.of(folder), "app-1.0", format, out, bytes -> {});
        } catch (PackException refused) {
            throw new AssertionError(refused);
        }
        return to;
    }
}
