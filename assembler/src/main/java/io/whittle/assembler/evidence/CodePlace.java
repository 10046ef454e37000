package io.whittle.assembler.evidence;

import java.util.Comparator;
import java.util.Optional;

/**
 * A place in code that proves a use.
 *
 * @param module the module it stands in, or the label of a jar that is none
 * @param className with its package, such as {@code com.acme.Dns$Cache}; the path of a file where it is no class
 * @param member a method such as {@code start}, or a field; empty for what the class or file says as a whole
 * @param file the source file, such as {@code Dns.java}, where the class names it
 * @param line in the source file, from 1; 0 where the class has no lines
 */
public record CodePlace(String module, String className, String member, Optional<String> file, int line)
        implements Comparable<CodePlace> {
    private static final Comparator<CodePlace> ORDER = Comparator.comparing(CodePlace::module)
            .thenComparing(CodePlace::className)
            .thenComparing(CodePlace::line)
            .thenComparing(CodePlace::member)
            .thenComparing(place -> place.file().orElse(""));

    @Override
    public int compareTo(CodePlace other) {
        return ORDER.compare(this, other);
    }

    /** {@code com.acme.Dns.start (Dns.java:12)}. */
    @Override
    public String toString() {
        String at = member.isEmpty() ? className : className + "." + member;
        return file.map(name -> at + " (" + name + (line > 0 ? ":" + line : "") + ")")
                .orElse(at);
    }
}
