package io.whittle.assembler.oci;

import io.whittle.assembler.elf.DebianPackage;

import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Words on libraries that an image needs and that are nowhere. */
final class MissingLibraries {
    private static final int MOST_ASKERS = 3;

    private MissingLibraries() {}

    /**
     * Each with who needs it, and where Debian has it.
     *
     * @param where they are not, as the end of a sentence about one of them
     */
    static String tell(String image, SortedMap<String, SortedSet<String>> missing, String where) {
        return "The image of " + image + " needs "
                + (missing.size() == 1
                        ? "a library that " + where
                        : missing.size() + " libraries, each of which " + where)
                + ":\n"
                + missing.entrySet().stream()
                        .map(entry -> "    " + entry.getKey() + ", needed by " + askers(entry.getValue()) + " (Debian: "
                                + DebianPackage.of(entry.getKey()) + ")")
                        .collect(Collectors.joining("\n"));
    }

    /** What to do. */
    static String advice(Collection<String> libraries, String to) {
        return "Unpack " + String.join(", ", packages(libraries)) + " " + to
                + ", or leave out the feature that needs them. Where they are asked for only in what the program never does, say"
                + " -Dwhittle.missingLibraries=warn.";
    }

    private static SortedSet<String> packages(Collection<String> libraries) {
        return libraries.stream().map(DebianPackage::of).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String askers(SortedSet<String> askers) {
        List<String> first = askers.stream().limit(MOST_ASKERS).toList();
        return String.join(", ", first)
                + (askers.size() > first.size() ? " and " + (askers.size() - first.size()) + " more" : "");
    }
}
