package io.whittle.assembler.jdkneeds;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The first bytes of a program, by which a system tells whether it can run it.
 *
 * @param text one character a byte
 */
record ProgramHead(String text) {
    private static final int LENGTH = 20;
    private static final String SCRIPT = "#!";
    private static final String ELF = "\u007fELF";
    private static final String PE = "MZ";

    static ProgramHead of(Path program) throws IOException {
        try (InputStream in = Files.newInputStream(program)) {
            return new ProgramHead(new String(in.readNBytes(LENGTH), StandardCharsets.ISO_8859_1));
        }
    }

    /** Of the program that runs this; empty where it cannot be told which it is. */
    static Optional<ProgramHead> ofThisJvm() throws IOException {
        Path bin = Path.of(System.getProperty("java.home"), "bin");
        Optional<Path> java = Stream.of("java", "java.exe")
                .map(bin::resolve)
                .filter(Files::isRegularFile)
                .findFirst();
        return java.isEmpty() ? Optional.empty() : Optional.of(of(java.get()));
    }

    /** Whether a machine that runs the other runs this one. Scripts run wherever there is a shell. */
    boolean runsWhere(Optional<ProgramHead> other) {
        return text.startsWith(SCRIPT)
                || other.filter(head -> head.machine().equals(machine())).isPresent();
    }

    /** ELF: width, byte order and, at 18, the machine. Mach-O: width and machine. PE says it further down, and Windows reads it. */
    private String machine() {
        if (text.startsWith(ELF) && text.length() == LENGTH) {
            return text.substring(0, 6) + text.substring(18);
        }
        return text.startsWith(PE) ? PE : text.substring(0, Math.min(8, text.length()));
    }
}
