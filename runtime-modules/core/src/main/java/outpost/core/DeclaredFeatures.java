package outpost.core;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Optional;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What whoever made this image says of its features: the file {@code conf/features.properties} of the image, with a line
 * {@code feature.NAME=in} or {@code feature.NAME=out} for each. {@link Features} tells what is found instead, and cannot tell what is
 * not there.
 */
public final class DeclaredFeatures {
    /** Its place in the image. */
    public static final String FILE = "conf/features.properties";

    private static final String PREFIX = "feature.";

    private DeclaredFeatures() {}

    /** By name, whether each is in; empty in an image that does not say, such as a whole JDK. */
    public static Optional<SortedMap<String, Boolean>> ofThisImage() throws IOException {
        return of(Path.of(System.getProperty("java.home")).resolve(FILE));
    }

    /** Reads such a file; other lines are passed over. */
    static Optional<SortedMap<String, Boolean>> of(Path file) throws IOException {
        Properties lines = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            lines.load(reader);
        } catch (NoSuchFileException unsaid) {
            return Optional.empty();
        } catch (IllegalArgumentException broken) {
            throw new IOException(file + " is no properties file: " + broken.getMessage(), broken);
        }
        SortedMap<String, Boolean> features = new TreeMap<>();
        for (String key : lines.stringPropertyNames()) {
            if (key.startsWith(PREFIX)) {
                features.put(
                        key.substring(PREFIX.length()), lines.getProperty(key).equals("in"));
            }
        }
        return Optional.of(Collections.unmodifiableSortedMap(features));
    }
}
