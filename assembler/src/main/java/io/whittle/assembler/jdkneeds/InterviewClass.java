package io.whittle.assembler.jdkneeds;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The class file of the interview, which is compiled apart from this program and only carried by it. */
final class InterviewClass implements AutoCloseable {
    /** Written out, since the class is not compiled together with this one. */
    static final String NAME = "io.whittle.assembler.jdkneeds.Interview";

    private static final String FILE = NAME.replace('.', '/') + ".class";

    private final Path folder;

    private InterviewClass(Path folder) {
        this.folder = folder;
    }

    /** Its bytes. */
    static byte[] bytes() throws IOException {
        try (InputStream in = InterviewClass.class.getClassLoader().getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IOException("Whittle's own jar is damaged: it has no " + FILE);
            }
            return in.readAllBytes();
        }
    }

    /** Lays it down in a new folder, where any JDK can run it. */
    static InterviewClass laidDown() throws IOException {
        InterviewClass laid = new InterviewClass(Files.createTempDirectory("whittle-interview"));
        try {
            Path file = laid.folder.resolve(FILE);
            Files.createDirectories(file.getParent());
            Files.write(file, bytes());
            return laid;
        } catch (IOException failed) {
            laid.close();
            throw failed;
        }
    }

    /** The folder for the class path. */
    Path folder() {
        return folder;
    }

    @Override
    public void close() throws IOException {
        Path file = folder.resolve(FILE);
        Files.deleteIfExists(file);
        for (Path above = file.getParent(); above.startsWith(folder); above = above.getParent()) {
            Files.deleteIfExists(above);
        }
    }
}
