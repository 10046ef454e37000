package io.whittle.assembler.generate;

import javax.lang.model.SourceVersion;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where the class with the constants is.
 *
 * @param packageName such as {@code com.example.app}
 * @param name such as {@code Features}
 */
public record ConstantsClass(String packageName, String name) {
    /** With it the first line of its source begins, and that of no other file. */
    static final String MARK = "// Written by Whittle (whittle:generate)";

    /** Words that a package may be named by, but no class. */
    private static final List<String> NO_CLASS = List.of("var", "yield", "record", "sealed", "permits");

    // Else a compiler that is told another encoding would read another name.
    private static final Pattern ASCII = Pattern.compile("[\\x21-\\x7e]+");

    /** What no compiler takes: nothing when it is empty. */
    public List<String> faults() {
        List<String> faults = new ArrayList<>();
        if (!SourceVersion.isName(packageName) || !ASCII.matcher(packageName).matches()) {
            faults.add("whittle.generatePackage is '" + packageName + "', which is no name of a package"
                    + why(packageName, List.of()) + ".\n  Write one in ASCII, such as com.example.app.");
        }
        if (!SourceVersion.isIdentifier(name)
                || !ASCII.matcher(name).matches()
                || SourceVersion.isKeyword(name)
                || NO_CLASS.contains(name)) {
            faults.add("whittle.generateClass is '" + name + "', which is no name of a class" + why(name, NO_CLASS)
                    + ".\n  Write one in ASCII, such as Features; its package goes into whittle.generatePackage.");
        }
        return faults;
    }

    private static String why(String name, List<String> reserved) {
        Optional<String> word = List.of(name.split("\\.")).stream()
                .filter(part -> SourceVersion.isKeyword(part) || reserved.contains(part))
                .findFirst();
        return word.map(part -> ": '" + part + "' is a word of Java's own").orElse("");
    }

    /** {@code com.example.app.Features}. */
    public String fullName() {
        return packageName + "." + name;
    }

    /** Its source below a source root. */
    public Path in(Path root) {
        return root.resolve(packageName.replace('.', '/')).resolve(name + ".java");
    }
}
