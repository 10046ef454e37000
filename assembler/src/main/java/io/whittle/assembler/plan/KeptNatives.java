package io.whittle.assembler.plan;

import io.whittle.assembler.natives.JarNatives;
import io.whittle.assembler.natives.NativeCut;
import io.whittle.assembler.natives.NativeEntry;
import io.whittle.graph.catalog.ArtifactRule;
import io.whittle.graph.catalog.FeatureCatalog;
import io.whittle.graph.catalog.Platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Native files for other platforms that an image keeps: of jars of which the catalogue says so, and of folders, which are not cut. */
final class KeptNatives {
    private final FeatureCatalog catalog;
    private final Platform platform;

    KeptNatives(FeatureCatalog catalog, Platform platform) {
        this.catalog = catalog;
        this.platform = platform;
    }

    /** What there is to say of a module or a jar; empty where it holds none. */
    Optional<String> note(String name, String artifact, Path path) throws IOException {
        boolean folder = Files.isDirectory(path);
        if (!folder && !keepsAll(artifact)) {
            return Optional.empty();
        }
        List<NativeEntry> natives = folder ? JarNatives.ofFolder(path) : JarNatives.of(path);
        List<NativeEntry> foreign = NativeCut.to(platform, natives).cut();
        if (foreign.isEmpty()) {
            return Optional.empty();
        }
        String first = foreign.get(0).name();
        return Optional.of(name + " keeps "
                + (foreign.size() == 1
                        ? "1 native file that is not for " + platform + ", " + first
                        : foreign.size() + " native files that are not for " + platform + ", such as " + first));
    }

    private boolean keepsAll(String artifact) {
        return Optional.ofNullable(catalog.artifacts().get(artifact))
                .flatMap(ArtifactRule::natives)
                .filter(ArtifactRule.Natives.ALL::equals)
                .isPresent();
    }
}
