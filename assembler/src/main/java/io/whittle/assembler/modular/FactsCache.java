package io.whittle.assembler.modular;

import io.whittle.assembler.fresh.ContentHash;
import io.whittle.assembler.fresh.KeptFolder;
import io.whittle.assembler.fresh.WholeFile;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * Keeps what jars tell of themselves, each under its hash and the Java release that sees it, so that none is read twice. A file that is not
 * whole is as good as none.
 *
 * @param folder where it is kept; it may be lost at any time
 */
record FactsCache(Path folder) {
    /** To be raised with every change of what is read or how it is written. */
    private static final int VERSION = 1;

    private static final int HASH = 64;

    /** What a jar tells, from before or read now. */
    JarFacts of(Path jar, int release) throws IOException {
        String sha256 = ContentHash.of(jar);
        Path file = folder.resolve(sha256 + "-" + release + "-" + VERSION + ".facts");
        Optional<JarFacts> before = KeptFolder.use(file) ? read(sha256, Files.readAllBytes(file)) : Optional.empty();
        if (before.isPresent()) {
            return before.get();
        }
        JarFacts facts = JarFactsReader.read(jar, sha256, release);
        WholeFile.write(file, bytes(facts));
        return facts;
    }

    private static byte[] bytes(JarFacts facts) throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        new FactsText(new DataOutputStream(content)).write(facts);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write(ContentHash.of(content.toByteArray()).getBytes(StandardCharsets.US_ASCII));
        content.writeTo(all);
        return all.toByteArray();
    }

    private static Optional<JarFacts> read(String sha256, byte[] bytes) throws IOException {
        if (bytes.length < HASH) {
            return Optional.empty();
        }
        byte[] content = Arrays.copyOfRange(bytes, HASH, bytes.length);
        String hash = new String(bytes, 0, HASH, StandardCharsets.US_ASCII);
        return hash.equals(ContentHash.of(content))
                ? Optional.of(FactsText.read(sha256, new DataInputStream(new ByteArrayInputStream(content))))
                : Optional.empty();
    }
}
