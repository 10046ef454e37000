package io.whittle.assembler.pack;

import io.whittle.assembler.text.Printable;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;

/**
 * What a tar of others holds, plain or compressed. Nothing is unpacked, and no name is followed.
 *
 * @param sha256 of the tar without its compression, in hexadecimal
 * @param names as they are spelled in it
 */
public record LayerListing(String sha256, SortedSet<String> names) {
    public LayerListing {
        names = Collections.unmodifiableSortedSet(new TreeSet<>(names));
    }

    /**
     * Reads all of it.
     *
     * @throws UnpackException where it is damaged, or comes to more than the bounds
     */
    public static LayerListing of(Path file, UnpackBounds bounds) throws UnpackException, IOException {
        Allowance allowance = new Allowance(bounds, Files.size(file));
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            return list(new ArchiveInput(decoded(in), allowance), allowance);
        } catch (ArchiveFault fault) {
            throw new UnpackException(
                    file + " is not read: it " + Printable.of(fault.rule()) + ".\n  " + fault.advice(), fault);
        } catch (PackException missing) {
            throw new UnpackException(missing.getMessage(), missing);
        }
    }

    private static LayerListing list(ArchiveInput counted, Allowance allowance) throws IOException {
        DigestInputStream digested = new DigestInputStream(counted, newDigest());
        SortedSet<String> names = new TreeSet<>();
        try {
            TarArchiveInputStream tar = new TarArchiveInputStream(digested, StandardCharsets.UTF_8.name());
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                allowance.entry();
                names.add(entry.getName());
            }
            digested.transferTo(OutputStream.nullOutputStream());
        } catch (IOException | RuntimeException damaged) {
            throw ArchiveFault.damaged(damaged);
        }
        return new LayerListing(
                HexFormat.of().formatHex(digested.getMessageDigest().digest()), names);
    }

    private static InputStream decoded(InputStream in) throws PackException, IOException {
        in.mark(4);
        byte[] magic = in.readNBytes(4);
        in.reset();
        boolean long4 = magic.length == 4;
        if (long4 && (magic[0] & 0xff) == 0x1f && (magic[1] & 0xff) == 0x8b) {
            try {
                return new GZIPInputStream(in);
            } catch (IOException damaged) {
                throw ArchiveFault.damaged(damaged);
            }
        }
        if (long4 && HexFormat.of().formatHex(magic).equals("28b52ffd")) {
            ZstdStreams.load();
            return ZstdStreams.decompressing(in);
        }
        return in;
    }

    private static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }
}
