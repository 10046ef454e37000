package io.whittle.assembler.evidence;

import io.whittle.assembler.fresh.ContentHash;
import io.whittle.assembler.fresh.WholeFile;
import io.whittle.assembler.modules.ApplicationModule;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps all that is known of the last path, beside what each of its jars and folders says: where none of them changed neither is read, nor
 * joined again. It follows from their keys in the order of the path, for descriptors are part of what they hold.
 */
final class EvidenceCache {
    private static final String JOINED = "joined.evidence";

    private final Path joined;
    private final UnitCache units;

    EvidenceCache(Path folder, PathPackages path) {
        this.joined = folder.resolve(JOINED);
        this.units = new UnitCache(folder, path);
    }

    /** What is known of the modules of a path, from before or read now. */
    Evidence of(List<ApplicationModule> modules) throws IOException {
        Map<String, String> keys = keys(modules);
        String key = ContentHash.of(String.join("\n", keys.values()));
        Optional<Evidence> before =
                Files.isRegularFile(joined) ? EvidenceReader.read(key, Files.readAllBytes(joined)) : Optional.empty();
        if (before.isPresent()) {
            units.removeOld();
            return before.get();
        }
        Evidence evidence = EvidenceJoin.of(
                modules, UnitsInParallel.read(modules, module -> units.read(module, keys.get(module.name()))));
        if (!units.hasSeenChange()) {
            WholeFile.write(joined, EvidenceWriter.write(key, evidence));
        }
        units.removeOld();
        return evidence;
    }

    private Map<String, String> keys(List<ApplicationModule> modules) throws IOException {
        List<String> keys = UnitsInParallel.read(modules, units::key);
        Map<String, String> byModule = new LinkedHashMap<>();
        for (int i = 0; i < keys.size(); i++) {
            byModule.put(modules.get(i).name(), keys.get(i));
        }
        return byModule;
    }
}
