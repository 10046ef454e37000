package io.whittle.assembler.pack;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * A new folder into which an archive is unpacked, and nothing outside of which is touched. Links are made last, so that
 * nothing is ever written through one.
 */
final class UnpackedFolder {
    private enum Kind {
        FOLDER("a folder"),
        FILE("a file"),
        LINK("a link");

        private final String words;

        Kind(String words) {
            this.words = words;
        }
    }

    private static final int BUFFER = 1 << 16;

    private final Path root;
    private final Map<String, Kind> made = new HashMap<>();
    private final SortedMap<String, String> links = new TreeMap<>();

    /** An empty folder that nobody else writes into. */
    UnpackedFolder(Path root) {
        this.root = root;
    }

    /** A folder; its mode is that of any new one. */
    void folder(String entry) throws IOException {
        makeFolder(InnerPath.of(entry));
    }

    void file(String entry, int mode, InputStream content) throws IOException {
        Path file = claim(entry, Kind.FILE);
        try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            byte[] buffer = new byte[BUFFER];
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                out.write(buffer, 0, read);
            }
        } catch (FileAlreadyExistsException twice) {
            throw onDiskAlready();
        }
        PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        if (view != null) {
            view.setPermissions(Modes.permissions(Modes.shared(mode)));
        }
    }

    /** A symbolic link. */
    void link(String entry, String target) throws IOException {
        claim(entry, Kind.LINK);
        InnerPath.holdLink(InnerPath.of(entry), target);
        place(target);
        links.put(entry, target);
    }

    /** A second name of a file that was unpacked before becomes a second file. */
    void secondName(String entry, String first, Allowance allowance) throws IOException {
        String name = InnerPath.of(first);
        if (made.get(name) != Kind.FILE) {
            throw ArchiveFault.foreign("is a hard link to '" + first + "', which is no file that came before it");
        }
        Path file = claim(entry, Kind.FILE);
        allowance.bytes(Files.size(root.resolve(name)));
        try {
            Files.copy(root.resolve(name), file, StandardCopyOption.COPY_ATTRIBUTES);
        } catch (FileAlreadyExistsException twice) {
            throw onDiskAlready();
        }
    }

    /** Makes the links; the consumer is told which. */
    void finish(Consumer<String> current) throws IOException {
        for (Map.Entry<String, String> link : links.entrySet()) {
            current.accept(link.getKey());
            try {
                Files.createSymbolicLink(root.resolve(InnerPath.of(link.getKey())), Path.of(link.getValue()));
            } catch (FileAlreadyExistsException twice) {
                throw onDiskAlready();
            }
        }
    }

    private Path claim(String entry, Kind kind) throws IOException {
        String name = InnerPath.of(entry);
        if (name.isEmpty()) {
            throw ArchiveFault.damaged("is " + kind.words + " with the name of the folder that everything is in");
        }
        if (made.containsKey(name)) {
            throw ArchiveFault.damaged("comes twice");
        }
        int slash = name.lastIndexOf('/');
        makeFolder(slash < 0 ? "" : name.substring(0, slash));
        made.put(name, kind);
        return place(name);
    }

    private void makeFolder(String name) throws IOException {
        if (name.isEmpty() || made.get(name) == Kind.FOLDER) {
            return;
        }
        Kind other = made.get(name);
        if (other != null) {
            throw ArchiveFault.foreign("goes through '" + name + "', which is " + other.words);
        }
        int slash = name.lastIndexOf('/');
        makeFolder(slash < 0 ? "" : name.substring(0, slash));
        try {
            Files.createDirectory(place(name));
        } catch (FileAlreadyExistsException twice) {
            throw onDiskAlready();
        }
        made.put(name, Kind.FOLDER);
    }

    private Path place(String name) throws ArchiveFault {
        try {
            return root.resolve(name);
        } catch (InvalidPathException unspeakable) {
            throw ArchiveFault.of(
                    "has a name that this system cannot spell (" + unspeakable.getMessage() + ")",
                    "Run with LC_ALL=C.UTF-8, or another locale with UTF-8; on Windows, get an archive made for it.");
        }
    }

    // The names differ, and the disk takes them for one: in upper and lower case, say.
    private static ArchiveFault onDiskAlready() {
        return ArchiveFault.of(
                "has a name that this disk takes for that of another entry",
                "Unpack it on a disk that tells upper from lower case.");
    }
}
