package io.whittle.assembler.evidence;

import java.lang.module.ModuleDescriptor;
import java.util.HashSet;
import java.util.Set;

/**
 * Packages that the JDK owns: what is named in them is nobody's feature. A package of the JDK that has left it since, such as those
 * of Java EE, belongs to whoever has it now.
 *
 * @param names with dots
 */
record JdkPackages(Set<String> names) {
    JdkPackages {
        names = Set.copyOf(names);
    }

    static JdkPackages of(Iterable<ModuleDescriptor> modules) {
        Set<String> names = new HashSet<>();
        modules.forEach(module -> names.addAll(module.packages()));
        return new JdkPackages(names);
    }

    /** Whether a class, by its internal name, is the JDK's. */
    boolean own(String internalName) {
        if (internalName.startsWith("java/")) {
            return true;
        }
        int slash = internalName.lastIndexOf('/');
        return slash > 0 && names.contains(internalName.substring(0, slash).replace('/', '.'));
    }
}
