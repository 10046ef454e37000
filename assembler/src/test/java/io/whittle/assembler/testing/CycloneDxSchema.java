package io.whittle.assembler.testing;

import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The schema of CycloneDX 1.6, as its library judges. That needs an older generation of the schema validator than other tests, with the same
 * names of classes: so it gets a loader of its own.
 */
public final class CycloneDxSchema {
    private CycloneDxSchema() {}

    /** What the library has against a document; empty when it is valid. */
    public static List<String> faults(byte[] document) {
        try (URLClassLoader loader =
                new URLClassLoader(path().toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
            Class<?> version = loader.loadClass("org.cyclonedx.Version");
            Class<?> parser = loader.loadClass("org.cyclonedx.parsers.JsonParser");
            Object sixteen = version.getField("VERSION_16").get(null);
            List<?> faults = (List<?>) parser.getMethod("validate", byte[].class, version)
                    .invoke(parser.getConstructor().newInstance(), document, sixteen);
            // Some list all licences there are.
            return faults.stream()
                    .map(fault -> ((Exception) fault).getMessage())
                    .map(text -> text.substring(0, Math.min(200, text.length())))
                    .toList();
        } catch (IOException | ReflectiveOperationException broken) {
            throw new AssertionError("the library cannot validate", broken);
        }
    }

    private static List<URL> path() throws IOException {
        List<URL> path = new ArrayList<>();
        try (DirectoryStream<Path> validator =
                Files.newDirectoryStream(Path.of("target/cyclonedx-schema-validator"), "*.jar")) {
            for (Path jar : validator) {
                path.add(jar.toUri().toURL());
            }
        }
        assertThat(path).as("the validator, copied by the build").isNotEmpty();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            path.add(Path.of(entry).toUri().toURL());
        }
        return path;
    }
}
