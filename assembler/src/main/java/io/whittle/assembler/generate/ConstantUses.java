package io.whittle.assembler.generate;

import io.whittle.graph.catalog.NearestName;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds where sources ask for constants that are none, before a compiler does: it says that a symbol cannot be found, and not that a
 * feature was renamed. What is found here is a warning, since only the compiler knows for certain.
 */
public final class ConstantUses {
    private static final Set<String> OF_EVERY_CLASS = Set.of("class", "this", "super");

    private final ConstantsClass where;
    private final FeatureConstants constants;
    private final String catalog;
    private final NearestName nearest = new NearestName();

    /**
     * Looks for uses of a class.
     *
     * @param catalog the name of the catalogue's file, for messages
     */
    public ConstantUses(ConstantsClass where, FeatureConstants constants, String catalog) {
        this.where = where;
        this.constants = constants;
        this.catalog = catalog;
    }

    /**
     * What sources ask for in vain: lines for people, each with its place. Linear in the sources.
     *
     * @param roots source roots; they need not exist
     */
    public List<String> inVain(List<Path> roots) throws IOException {
        List<String> lines = new ArrayList<>();
        for (Path root : roots) {
            if (Files.isDirectory(root)) {
                for (Path source : sources(root)) {
                    lines.addAll(of(source, new String(Files.readAllBytes(source), StandardCharsets.UTF_8)));
                }
            }
        }
        return lines;
    }

    private static List<Path> sources(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        }
    }

    /** What one source asks for in vain. */
    List<String> of(Path file, String source) {
        if (!source.contains(where.name())) {
            return List.of();
        }
        String bare = BareJava.of(source);
        List<String> lines = new ArrayList<>();
        Matcher use = uses(bare);
        while (use.find()) {
            String name = use.group("name");
            if (!constants.byName().containsKey(name) && !OF_EVERY_CLASS.contains(name)) {
                lines.add(place(file, bare, use.start("name")) + ": warning: " + text(name));
            }
        }
        return lines;
    }

    private String text(String name) {
        String feature = name.toLowerCase(Locale.ROOT).replace('_', '-');
        return where.name() + "." + name + " will not compile: " + catalog + " has no feature '" + feature
                + "' (any more)"
                + nearest.to(name, constants.byName().keySet())
                        .map(near -> "; did you mean " + where.name() + "." + near + "?")
                        .orElse("; take out what was there for it, or declare the feature");
    }

    // In its own package, and where it is imported, the class has its short name.
    private Matcher uses(String bare) {
        String full = dotted(where.fullName());
        boolean known = Pattern.compile("\\bpackage\\s+" + dotted(where.packageName()) + "\\s*;")
                        .matcher(bare)
                        .find()
                || Pattern.compile("\\bimport\\s+(" + full + "|" + dotted(where.packageName()) + "\\s*\\.\\s*\\*)\\s*;")
                        .matcher(bare)
                        .find();
        String names = known ? full + "|" + Pattern.quote(where.name()) : full;
        return Pattern.compile("(?<![\\w$.])(?:" + names + ")\\s*\\.\\s*(?<name>[A-Za-z_$][\\w$]*)")
                .matcher(bare);
    }

    private static String dotted(String name) {
        return Stream.of(name.split("\\."))
                .map(Pattern::quote)
                .reduce((a, b) -> a + "\\s*\\.\\s*" + b)
                .orElse("");
    }

    private static String place(Path file, String text, int at) {
        int line = 1
                + (int) text.substring(0, at)
                        .chars()
                        .filter(read -> read == '\n')
                        .count();
        return file + ":" + line + ":" + (at - text.lastIndexOf('\n', at - 1));
    }
}
