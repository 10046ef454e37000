package io.whittle.graph.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** Fetches a catalogue's bytes, or says why there are none and how to begin. */
final class CatalogBytes {
    /** The most a catalogue may hold: 64 MiB. */
    static final int MOST = 64 << 20;

    /** What a file may look like that does something already; printed where there is none. */
    static final String SMALLEST = """
            A smallest one:

                schema: 1
                base:
                  modules: [com.example.app]       # always in
                features:
                  extra:
                    modules: [com.example.extra]   # in when asked for
                profiles:
                  minimal: {}
                  full: {include: all}
            """.stripTrailing();

    private CatalogBytes() {}

    static byte[] of(Path file) throws CatalogException {
        if (Files.isDirectory(file)) {
            throw failed(file, "this is a folder, not a file; name the feature-tags.yaml in it. " + SMALLEST);
        }
        byte[] bytes;
        try (InputStream stream = Files.newInputStream(file)) {
            bytes = stream.readNBytes(MOST + 1);
        } catch (NoSuchFileException missing) {
            throw failed(file, "there is no such file; name the right one, or write it. " + SMALLEST);
        } catch (AccessDeniedException denied) {
            throw failed(file, "this file may not be read; give yourself the right to read it");
        } catch (IOException unreadable) {
            throw failed(file, "this file cannot be read (" + unreadable.getMessage() + "); name one that can");
        }
        if (bytes.length > MOST) {
            throw failed(
                    file,
                    "this file is larger than 64 MiB, the most a catalogue may hold; it is hardly a feature-tags.yaml:"
                            + " name the right file, or split the product");
        }
        return bytes;
    }

    private static CatalogException failed(Path file, String text) {
        return new CatalogException(new CatalogSource(file, List.of()), List.of(new Notice(new Place(1, 1), text)));
    }
}
