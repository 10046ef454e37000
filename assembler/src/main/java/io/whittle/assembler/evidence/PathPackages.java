package io.whittle.assembler.evidence;

import io.whittle.assembler.modules.ApplicationModule;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The packages of all jars of a path, and of the JDK. */
final class PathPackages {
    private final JdkPackages jdk;
    private final Map<String, Set<String>> modulesByPackage = new HashMap<>();

    /** Of a path. Linear in the number of its packages: descriptors know them. */
    PathPackages(Collection<ApplicationModule> modules, JdkPackages jdk) {
        this.jdk = jdk;
        for (ApplicationModule module : modules) {
            for (String name : module.reference().descriptor().packages()) {
                modulesByPackage.computeIfAbsent(name, first -> new HashSet<>()).add(module.name());
            }
        }
    }

    JdkPackages jdk() {
        return jdk;
    }

    /** Whose a package is, seen from a module. A package of the JDK is the JDK's, whoever else has one of this name. */
    Whose whose(String name, String module) {
        Set<String> modules = modulesByPackage.getOrDefault(name, Set.of());
        if (jdk.names().contains(name) || modules.isEmpty()) {
            return Whose.NOBODYS;
        }
        if (!modules.contains(module)) {
            return Whose.ANOTHERS;
        }
        return modules.size() == 1 ? Whose.ITS_OWN : Whose.SHARED;
    }

    /** Whether the packages that a jar names are whose they were when it was read. */
    boolean isAsBefore(UnitUses unit) {
        return unit.packages().entrySet().stream()
                .allMatch(named -> whose(named.getKey(), unit.module()) == named.getValue());
    }

    /** Whose a package is. */
    enum Whose {
        /** The JDK's, or of a jar that is not on the path. */
        NOBODYS,
        ITS_OWN,
        ANOTHERS,
        /** Its own and another's. */
        SHARED
    }
}
