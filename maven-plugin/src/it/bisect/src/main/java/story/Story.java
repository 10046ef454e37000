package story;

import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.Map;

/** Opens a zip file. */
public final class Story {
    private Story() {}

    public static void main(String[] args) throws Exception {
        try (FileSystem zip = FileSystems.newFileSystem(Path.of("story.zip"), Map.of("create", "true"))) {
            System.out.println(zip.provider().getScheme());
        }
    }
}
