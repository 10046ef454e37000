package io.whittle.assembler.pack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;

/**
 * Modes of files as archives hold them. What the owner may do is kept; group and others may read and run what the owner may,
 * and write nothing. So the umask under which a folder was made does not tell.
 */
final class Modes {
    /** Of a folder, and of a program where a disk or an archive knows no modes. */
    static final int RUNNABLE = 0755;

    /** Of any other file where a disk or an archive knows no modes. */
    static final int PLAIN = 0644;

    private Modes() {}

    /**
     * The mode of a file or folder on disk; links are not followed.
     *
     * @param name within the folder that is packed, by which a program is told where the disk knows no modes
     */
    static int of(Path path, String name) throws IOException {
        PosixFileAttributeView view =
                Files.getFileAttributeView(path, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
        if (view == null) {
            return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS) ? RUNNABLE : guess(name);
        }
        Set<PosixFilePermission> permissions = view.readAttributes().permissions();
        return shared((permissions.contains(PosixFilePermission.OWNER_READ) ? 0400 : 0)
                | (permissions.contains(PosixFilePermission.OWNER_WRITE) ? 0200 : 0)
                | (permissions.contains(PosixFilePermission.OWNER_EXECUTE) ? 0100 : 0));
    }

    /** The mode with which archives hold what has this one: all but the owner's bits are derived from these. */
    static int shared(int mode) {
        int readAndRun = mode & 0500;
        return mode & 0700 | readAndRun >> 3 | readAndRun >> 6;
    }

    /** What a mode allows. */
    static Set<PosixFilePermission> permissions(int mode) {
        Set<PosixFilePermission> permissions = EnumSet.noneOf(PosixFilePermission.class);
        PosixFilePermission[] fromTheLeft = {
            PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE,
            PosixFilePermission.GROUP_READ, PosixFilePermission.GROUP_WRITE, PosixFilePermission.GROUP_EXECUTE,
            PosixFilePermission.OTHERS_READ, PosixFilePermission.OTHERS_WRITE, PosixFilePermission.OTHERS_EXECUTE
        };
        for (int i = 0; i < fromTheLeft.length; i++) {
            if ((mode & 0400 >> i) != 0) {
                permissions.add(fromTheLeft[i]);
            }
        }
        return permissions;
    }

    /** For a file of an image, by its name alone: programs are in bin/, and two helpers of the JDK's in lib/. */
    static int guess(String name) {
        return name.startsWith("bin/") || name.equals("lib/jspawnhelper") || name.equals("lib/jexec")
                ? RUNNABLE
                : PLAIN;
    }
}
