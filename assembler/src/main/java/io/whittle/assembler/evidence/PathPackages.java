package io.whittle.assembler.evidence;

import io.whittle.assembler.modules.ApplicationModule;

import java.util.Collection;

/**
 * Whose the packages of a path are, by the hashes of their names. A package of the JDK is the JDK's, whoever else has one of this name.
 */
final class PathPackages {
    private static final int SHARED = 0;

    private final JdkPackages jdk;
    private final NameTable owners = new NameTable();
    private final NameTable modules = new NameTable();

    /** Of a path. Linear in the number of its packages: descriptors know them. */
    PathPackages(Collection<ApplicationModule> path, JdkPackages jdk) {
        this.jdk = jdk;
        int number = SHARED;
        for (ApplicationModule module : path) {
            number++;
            modules.put(NameHash.of(module.name()), number);
            for (String name : module.reference().descriptor().packages()) {
                if (!jdk.names().contains(name)) {
                    long hash = NameHash.ofPackage(name);
                    owners.put(hash, owners.has(hash) ? SHARED : number);
                }
            }
        }
    }

    JdkPackages jdk() {
        return jdk;
    }

    /** Whose a package is, seen from a module. Constant time. */
    Whose whose(long packageHash, String module) {
        int owner = owners.get(packageHash);
        if (owner < SHARED) {
            return Whose.NOBODYS;
        }
        if (owner == SHARED) {
            return Whose.SHARED;
        }
        return owner == modules.get(NameHash.of(module)) ? Whose.ITS_OWN : Whose.ANOTHERS;
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
        /** Of several jars, of which it may be one. */
        SHARED
    }
}
