package io.whittle.assembler.evidence;

import io.whittle.assembler.modules.ApplicationModule;
import io.whittle.assembler.modules.ModuleIndex;

import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * All that is known from code of who uses what.
 *
 * @param uses between modules, by name of the one that uses, of the used one, then the strongest first
 * @param services asked for, by module and service
 * @param provisions by service and module
 * @param undecided by module
 * @param asked of the JDK, by module and place
 * @param skipped classes that could not be read, each with the reason
 */
public record Evidence(
        List<Use> uses,
        List<ServiceUse> services,
        List<Provision> provisions,
        List<Undecided> undecided,
        List<AskedByModule> asked,
        List<String> skipped) {
    public Evidence {
        uses = List.copyOf(uses);
        services = List.copyOf(services);
        provisions = List.copyOf(provisions);
        undecided = List.copyOf(undecided);
        asked = List.copyOf(asked);
        skipped = List.copyOf(skipped);
    }

    /**
     * Reads the code of every module of a path, several at once. Linear in its size; a class that cannot be read is skipped.
     *
     * @param jdk the descriptors of the JDK, whose own classes are nobody's feature
     * @throws IOException when a jar or folder itself cannot be read
     */
    public static Evidence of(ModuleIndex index, Collection<ModuleDescriptor> jdk) throws IOException {
        return of(index, jdk, Optional.empty());
    }

    /**
     * The same, and what a jar or folder said before is not read again while its content stays. Linear in its size still: every byte counts.
     *
     * @param cache a folder for what each says; it may be lost at any time. What no run needs is removed from it after 30 days
     */
    public static Evidence of(ModuleIndex index, Collection<ModuleDescriptor> jdk, Optional<Path> cache)
            throws IOException {
        List<ApplicationModule> modules =
                index.modules().values().stream().map(found -> found.get(0)).toList();
        PathPackages packages = new PathPackages(modules, JdkPackages.of(jdk));
        if (cache.isEmpty()) {
            return EvidenceJoin.of(modules, UnitsInParallel.read(modules, module -> UnitReader.read(module, packages)));
        }
        return new EvidenceCache(cache.get(), packages).of(modules);
    }
}
