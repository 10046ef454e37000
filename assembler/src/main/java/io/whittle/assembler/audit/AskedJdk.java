package io.whittle.assembler.audit;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The JDK that tells which of its modules answer what code asks by name.
 *
 * @param version as its release file spells it; empty where no audit says
 * @param asking labels of the jars and folders whose code asks something; of images without one the rest is no matter
 * @param notAsked why nobody could be asked, a sentence without its end; empty where somebody was, or code asks nothing
 * @param otherPlatforms platforms of images for another operating system than that of the JDK that was asked: there a charset or an
 *     algorithm may be in another module
 */
public record AskedJdk(
        String version, SortedSet<String> asking, Optional<String> notAsked, SortedSet<String> otherPlatforms) {
    /** Where nothing was asked. */
    public static final AskedJdk NONE = new AskedJdk("", List.of(), Optional.empty(), List.of());

    public AskedJdk {
        asking = Collections.unmodifiableSortedSet(new TreeSet<>(asking));
        otherPlatforms = Collections.unmodifiableSortedSet(new TreeSet<>(otherPlatforms));
    }

    /** From lists. */
    public AskedJdk(
            String version, Collection<String> asking, Optional<String> notAsked, Collection<String> otherPlatforms) {
        this(version, new TreeSet<>(asking), notAsked, new TreeSet<>(otherPlatforms));
    }

    /** What two audits know of it: where one could not ask, nobody knows what it would have found. */
    AskedJdk and(AskedJdk other) {
        SortedSet<String> all = new TreeSet<>(asking);
        all.addAll(other.asking);
        SortedSet<String> platforms = new TreeSet<>(otherPlatforms);
        platforms.addAll(other.otherPlatforms);
        return new AskedJdk(
                version.isEmpty() ? other.version : version, all, notAsked.or(() -> other.notAsked), platforms);
    }

    /** What a reader should know of it, each a sentence without its end. */
    List<String> warnings() {
        TreeSet<String> warnings = new TreeSet<>();
        notAsked.ifPresent(why -> warnings.add("needs of the JDK are not looked at: " + why));
        if (!otherPlatforms.isEmpty()) {
            warnings.add("needs of the JDK on " + String.join(", ", otherPlatforms)
                    + " are judged by a JDK for another operating system");
        }
        return List.copyOf(warnings);
    }
}
