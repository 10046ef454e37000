package io.whittle.assembler.sbom;

import com.github.packageurl.MalformedPackageURLException;
import com.github.packageurl.PackageURL;

import java.util.Optional;
import java.util.TreeMap;

/**
 * What Maven calls something.
 *
 * @param group its group
 * @param artifact its artifact
 * @param classifier such as {@code linux-x86_64}
 * @param version its version
 */
public record Coordinates(String group, String artifact, Optional<String> classifier, String version) {
    /** Reads {@code group:artifact[:classifier]:version}; empty for every other text. */
    public static Optional<Coordinates> read(String text) {
        String[] words = text.split(":", -1);
        for (String word : words) {
            if (word.isBlank()) {
                return Optional.empty();
            }
        }
        return switch (words.length) {
            case 3 -> Optional.of(new Coordinates(words[0], words[1], Optional.empty(), words[2]));
            case 4 -> Optional.of(new Coordinates(words[0], words[1], Optional.of(words[2]), words[3]));
            default -> Optional.empty();
        };
    }

    /** By which vulnerability databases know it: {@code pkg:maven/group/artifact@version}. */
    String purl() {
        TreeMap<String, String> qualifiers = new TreeMap<>();
        classifier.ifPresent(word -> qualifiers.put("classifier", word));
        try {
            return new PackageURL(PackageURL.StandardTypes.MAVEN, group, artifact, version, qualifiers, null)
                    .canonicalize();
        } catch (MalformedPackageURLException impossible) {
            throw new IllegalStateException("every text can be part of a package URL: " + this, impossible);
        }
    }
}
