package io.whittle.assembler.plan;

import io.whittle.assembler.classpath.JarClasses;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Classes that several jars of a class path have, mostly since two versions of one library go by different names. */
final class TwiceOnClassPath {
    private TwiceOnClassPath() {}

    /**
     * What there is to say, a sentence for each two jars. No fault: programs have run so for years. Linear in the classes.
     *
     * @param classes by artifact, in the order of the path
     */
    static List<String> notes(Map<String, JarClasses> classes) {
        Map<String, String> first = new HashMap<>();
        List<String> notes = new ArrayList<>();
        classes.forEach((artifact, jar) -> {
            Map<String, SortedSet<String>> shared = new TreeMap<>();
            for (String name : jar.names()) {
                // What is in META-INF is no class to anybody, and of what describes a package nobody minds which
                // counts.
                if (!name.startsWith("META-INF.") && !name.endsWith("package-info")) {
                    String other = first.putIfAbsent(name, artifact);
                    if (other != null) {
                        shared.computeIfAbsent(other, none -> new TreeSet<>()).add(name);
                    }
                }
            }
            shared.forEach((other, names) -> notes.add(other + " and " + artifact + " on the class path both have "
                    + (names.size() == 1 ? "the class " : names.size() + " classes, such as ") + names.first()
                    + ": the JVM takes " + (names.size() == 1 ? "that" : "those") + " of " + other
                    + ", which comes first"));
        });
        return notes;
    }
}
