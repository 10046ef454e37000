package io.whittle.assembler.evidence;

import io.whittle.assembler.modules.ApplicationModule;
import io.whittle.assembler.modules.ModuleIndex;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor;
import java.util.Collection;
import java.util.List;

/**
 * All that is known from code of who uses what.
 *
 * @param uses between modules, by name of the one that uses, of the used one, then the strongest first
 * @param services asked for, by module and service
 * @param provisions by service and module
 * @param undecided by module
 * @param skipped classes that could not be read, each with the reason
 */
public record Evidence(
        List<Use> uses,
        List<ServiceUse> services,
        List<Provision> provisions,
        List<Undecided> undecided,
        List<String> skipped) {
    public Evidence {
        uses = List.copyOf(uses);
        services = List.copyOf(services);
        provisions = List.copyOf(provisions);
        undecided = List.copyOf(undecided);
        skipped = List.copyOf(skipped);
    }

    /**
     * Reads the code of every module of a path, several at once. Linear in its size; a class that cannot be read is skipped.
     *
     * @param jdk the descriptors of the JDK, whose own classes are nobody's feature
     * @throws IOException when a jar or folder itself cannot be read
     */
    public static Evidence of(ModuleIndex index, Collection<ModuleDescriptor> jdk) throws IOException {
        JdkPackages packages = JdkPackages.of(jdk);
        List<ApplicationModule> modules =
                index.modules().values().stream().map(found -> found.get(0)).toList();
        try {
            List<UnitUses> units = modules.parallelStream()
                    .map(module -> {
                        try {
                            return UnitReader.read(module, packages);
                        } catch (IOException unreadable) {
                            throw new UncheckedIOException(unreadable);
                        }
                    })
                    .toList();
            return EvidenceJoin.of(modules, units);
        } catch (UncheckedIOException unreadable) {
            throw unreadable.getCause();
        }
    }
}
