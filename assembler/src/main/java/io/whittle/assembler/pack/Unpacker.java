package io.whittle.assembler.pack;

import io.whittle.assembler.fresh.FolderTree;
import io.whittle.assembler.text.Printable;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/**
 * Unpacks archives that nobody vouches for: tar.gz, tar.zst and zip, told by their first bytes.
 *
 * <p>Nothing outside of the folder is touched: names are relative and without {@code ..}, links stay inside, nothing is written
 * through one, and there are no devices, pipes and sockets. Files keep the owner's part of their mode, without set-user-ID and
 * its like; owners and times are those of any new file.
 */
public final class Unpacker {
    private final Path archive;
    private Optional<String> current = Optional.empty();

    private Unpacker(Path archive) {
        this.archive = archive;
    }

    /**
     * Unpacks an archive into a folder that does not exist yet; that appears whole or not at all. Holds the names of its entries
     * in memory, and none of their content.
     *
     * @throws UnpackException for the first entry that breaks a rule, and for an archive that cannot be read
     */
    public static void unpack(Path archive, Path folder, UnpackBounds bounds) throws UnpackException, IOException {
        if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            throw new FileAlreadyExistsException(folder.toString(), null, "an archive is unpacked into a new folder");
        }
        Path beside = folder.resolveSibling(
                folder.getFileName() + ".new-" + ProcessHandle.current().pid());
        FolderTree.delete(beside);
        try {
            Files.createDirectories(folder.toAbsolutePath().getParent());
            Files.createDirectory(beside);
            new Unpacker(archive).unpack(new UnpackedFolder(beside), bounds);
            Files.move(beside, folder, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            FolderTree.delete(beside);
        }
    }

    private void unpack(UnpackedFolder folder, UnpackBounds bounds) throws UnpackException, IOException {
        Allowance allowance = new Allowance(bounds, Files.size(archive));
        try {
            read(folder, allowance);
            if (current.isEmpty()) {
                throw ArchiveFault.damaged("holds nothing");
            }
            folder.finish(this::at);
        } catch (ArchiveFault fault) {
            String subject =
                    current.map(entry -> "entry '" + Printable.of(entry) + "'").orElse("the archive");
            throw new UnpackException(
                    archive + " is not unpacked: " + subject + " " + Printable.of(fault.rule()) + ".\n  "
                            + fault.advice(),
                    fault);
        }
    }

    private void read(UnpackedFolder folder, Allowance allowance) throws UnpackException, IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(archive))) {
            in.mark(4);
            byte[] magic = in.readNBytes(4);
            in.reset();
            if (begins(magic, 0x1f, 0x8b)) {
                readTar(() -> new GZIPInputStream(in), folder, allowance);
            } else if (begins(magic, 0x28, 0xb5, 0x2f, 0xfd)) {
                loadZstd();
                readTar(() -> ZstdStreams.decompressing(in), folder, allowance);
            } else if (begins(magic, 'P', 'K')) {
                new ZipSource(allowance, this::at).unpack(archive, folder);
            } else {
                throw ArchiveFault.damaged("is none: neither tar.gz, nor tar.zst, nor zip begins like it");
            }
        }
    }

    /** Opens a decoder. */
    private interface Opening {
        InputStream open() throws IOException;
    }

    private void readTar(Opening decoder, UnpackedFolder folder, Allowance allowance) throws IOException {
        try (InputStream decoded = opened(decoder)) {
            new TarSource(allowance, this::at).unpack(decoded, folder);
        }
    }

    private static InputStream opened(Opening decoder) throws ArchiveFault {
        try {
            return decoder.open();
        } catch (IOException damaged) {
            throw ArchiveFault.damaged(damaged);
        }
    }

    private void at(String entry) {
        current = Optional.of(entry);
    }

    private static void loadZstd() throws UnpackException {
        try {
            ZstdStreams.load();
        } catch (PackException missing) {
            throw new UnpackException(missing.getMessage(), missing);
        }
    }

    private static boolean begins(byte[] bytes, int... magic) {
        for (int i = 0; i < magic.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xff) != magic[i]) {
                return false;
            }
        }
        return true;
    }
}
