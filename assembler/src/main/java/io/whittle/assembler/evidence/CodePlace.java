package io.whittle.assembler.evidence;

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
    // Without a comparator made of others: of a large path hundreds of thousands are compared.
    @Override
    public int compareTo(CodePlace other) {
        int order = module.compareTo(other.module);
        order = order == 0 ? className.compareTo(other.className) : order;
        order = order == 0 ? Integer.compare(line, other.line) : order;
        order = order == 0 ? member.compareTo(other.member) : order;
        return order == 0 ? file.orElse("").compareTo(other.file.orElse("")) : order;
    }

    /** {@code com.acme.Dns.start (Dns.java:12)}. */
    @Override
    public String toString() {
        String at = member.isEmpty() ? className : className + "." + member;
        return file.map(name -> at + " (" + name + (line > 0 ? ":" + line : "") + ")")
                .orElse(at);
    }
}
