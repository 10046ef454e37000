package io.whittle.assembler.sbom;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Licences of the JDK's modules: the files that an image carries for each under {@code legal/}. */
final class JdkLicences {
    private static final String OPEN_JDK = "GPL-2.0-with-classpath-exception";
    private static final String GPL_2 = "The GNU General Public License (GPL) Version 2, June 1991";
    private static final String EXCEPTION = "\"CLASSPATH\" EXCEPTION TO THE GPL";

    /** What jlink writes in place of a link, on systems without. */
    private static final String ELSEWHERE = "Please see ";

    private final Path legal;

    JdkLicences(Path image) {
        this.legal = image.resolve("legal");
    }

    /** One for each file, by name; none where the image carries no file for the module. */
    List<Licence> of(String module) throws IOException {
        Path folder = legal.resolve(module);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<Licence> licences = new ArrayList<>();
        for (String file : files(folder)) {
            Optional<String> spdx = file.equals("LICENSE") && isOpenJdk(folder.resolve(file))
                    ? Optional.of(OPEN_JDK)
                    : Optional.empty();
            licences.add(new Licence(file, spdx, Optional.of(reference("legal/" + module + "/" + file))));
        }
        return licences;
    }

    private static List<String> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    private boolean isOpenJdk(Path file) throws IOException {
        String text = text(file);
        if (text.startsWith(ELSEWHERE) && Files.isRegularFile(legal.resolve("java.base/LICENSE"))) {
            text = text(legal.resolve("java.base/LICENSE"));
        }
        return text.startsWith(GPL_2) && text.contains(EXCEPTION);
    }

    private static String text(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                .strip()
                .replaceAll("\\s+", " ");
    }

    private static String reference(String path) {
        try {
            return new URI(null, null, path, null).getRawPath();
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException("what URIs do not allow is quoted: " + path, impossible);
        }
    }
}
