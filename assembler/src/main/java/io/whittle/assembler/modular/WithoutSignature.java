package io.whittle.assembler.modular;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;

/** Leaves out what makes a jar a signed one: its signatures, and the digests in its manifest. */
final class WithoutSignature implements EntryChange {
    @Override
    public String key() {
        return "signature-dropped";
    }

    @Override
    public boolean concerns(String path) {
        return Signature.isFile(path) || path.equals(JarFile.MANIFEST_NAME);
    }

    @Override
    public Optional<byte[]> apply(String path, byte[] content) {
        if (Signature.isFile(path)) {
            return Optional.empty();
        }
        return Optional.of(path.equals(JarFile.MANIFEST_NAME) ? withoutDigests(content) : content);
    }

    private static byte[] withoutDigests(byte[] content) {
        try {
            Manifest manifest = new Manifest(new ByteArrayInputStream(content));
            manifest.getEntries().values().forEach(each -> each.keySet().removeIf(WithoutSignature::isDigest));
            manifest.getEntries().values().removeIf(Attributes::isEmpty);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            manifest.write(out);
            return out.toByteArray();
        } catch (IOException broken) {
            // A manifest that nobody can read is kept as it is.
            return content;
        }
    }

    private static boolean isDigest(Object name) {
        return name.toString().toUpperCase(Locale.ROOT).contains("-DIGEST");
    }
}
