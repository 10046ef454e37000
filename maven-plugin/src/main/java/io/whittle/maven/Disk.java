package io.whittle.maven;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;

/** What to tell a user when the disk says no. */
final class Disk {
    private Disk() {}

    /** With all of the cause's message in it: Maven would put that behind the advice. */
    static String explain(InvalidPathException unspeakable) {
        return "A path has characters that Java cannot spell in this locale (sun.jnu.encoding is "
                + System.getProperty("sun.jnu.encoding") + "). " + unspeakable.getMessage() + "\n"
                + "  Run Maven with LC_ALL=C.UTF-8, or another locale with UTF-8.";
    }

    static String explain(IOException broken, Path output) {
        String said = String.valueOf(broken.getMessage());
        if (said.contains("No space left on device") || said.contains("not enough space on the disk")) {
            return "The disk is full (" + said + "). Every image is whole, the former one or the new one.\n"
                    + "  Make room, or build elsewhere with -Dwhittle.outputDirectory=<folder>.";
        }
        if (broken instanceof FileAlreadyExistsException || broken instanceof NotDirectoryException) {
            return said + " is a file, and a folder is needed there.\n"
                    + "  Move it away, or name another folder with -Dwhittle.outputDirectory=<folder>.";
        }
        String what = broken instanceof FileSystemException ? broken.getClass().getSimpleName() + ": " : "";
        return "A file could not be read or written: " + what + said
                + ". Every image is whole, the former one or the new one.\n" + "  Output goes to " + output
                + ": is it writable?";
    }
}
