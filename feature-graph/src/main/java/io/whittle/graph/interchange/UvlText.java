package io.whittle.graph.interchange;

import io.whittle.graph.catalog.CatalogSource;
import io.whittle.graph.catalog.Notice;
import io.whittle.graph.catalog.Place;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** Fetches the text of a model, or says why there is none. */
final class UvlText {
    private static final int MOST = 64 << 20;

    private UvlText() {}

    static String of(Path file) throws UvlException {
        if (Files.isDirectory(file)) {
            throw failed(file, "this is a folder; name the .uvl file in it");
        }
        byte[] bytes;
        try (InputStream stream = Files.newInputStream(file)) {
            bytes = stream.readNBytes(MOST + 1);
        } catch (NoSuchFileException missing) {
            throw failed(file, "there is no such file; name the model that is to be imported");
        } catch (IOException unreadable) {
            throw failed(file, "this file cannot be read (" + unreadable.getMessage() + "); name one that can");
        }
        if (bytes.length > MOST) {
            throw failed(file, "this file is larger than 64 MiB, the most a model may hold; name the right file");
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException other) {
            throw failed(file, "this file is not UTF-8; save it as UTF-8 (it may be Latin-1, or no text at all)");
        }
    }

    /** The text as messages quote it. Lines end where the parser of UVL ends them. */
    static CatalogSource source(Path name, String text) {
        return new CatalogSource(name, List.of(text.split("\r?\n", -1)));
    }

    private static UvlException failed(Path file, String text) {
        return new UvlException(new CatalogSource(file, List.of()), List.of(new Notice(new Place(1, 1), text)));
    }
}
