package io.whittle.assembler.modules;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The {@code release} file of a JDK or of an image.
 *
 * @param version such as {@code 17.0.15}
 * @param featureVersion such as 17
 * @param implementor who built it
 */
public record ReleaseFile(String version, int featureVersion, Optional<String> implementor) {
    /** 17 of {@code 17.0.15}, and 8 of {@code 1.8.0_392}, as it was spelled before Java 9. */
    private static final Pattern FEATURE_VERSION = Pattern.compile("(?:1\\.)?([0-9]{1,4})(?:[^0-9].*)?");

    /**
     * Reads the file of a JDK's or an image's folder.
     *
     * @throws UnusableJdkException when there is none or it says no version
     */
    public static ReleaseFile of(Path home) throws UnusableJdkException {
        return of(JdkFiles.in(home));
    }

    /** The same of a JDK whose file may lie elsewhere. */
    public static ReleaseFile of(JdkFiles files) throws UnusableJdkException {
        Path home = files.home();
        Path file = files.release();
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException unreadable) {
            throw new UnusableJdkException(
                    home,
                    "its file 'release' cannot be read, so this is no JDK",
                    "name the folder of a JDK with -Dwhittle.jdk=<folder>, the one that holds bin and lib");
        }
        String version = unquoted(properties, "JAVA_VERSION").orElse("");
        Matcher feature = FEATURE_VERSION.matcher(version);
        if (!feature.matches()) {
            throw new UnusableJdkException(
                    home,
                    "its file 'release' has no JAVA_VERSION such as 17.0.15",
                    "install the JDK anew, or name another with -Dwhittle.jdk=<folder>");
        }
        return new ReleaseFile(version, Integer.parseInt(feature.group(1)), unquoted(properties, "IMPLEMENTOR"));
    }

    private static Optional<String> unquoted(Properties properties, String key) {
        return Optional.ofNullable(properties.getProperty(key)).map(value -> value.replace("\"", ""));
    }
}
