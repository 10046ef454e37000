package story;

import java.nio.charset.Charset;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Map;

public class Story {
    public static void main(String[] args) throws Exception {
        System.out.println(KeyPairGenerator.getInstance("EC").generateKeyPair().getPublic().getAlgorithm());
        Path zip = Files.createTempDirectory("story").resolve("story.zip");
        try (var files = FileSystems.newFileSystem(zip, Map.of("create", "true"))) {
            System.out.println(files.provider().getScheme());
        }
        System.out.println(Month.MARCH.getDisplayName(TextStyle.FULL, Locale.FRENCH));
        System.out.println(new String(new byte[] {(byte) 0xC1}, Charset.forName("IBM037")));
        Files.delete(zip);
        Files.delete(zip.getParent());
    }
}
