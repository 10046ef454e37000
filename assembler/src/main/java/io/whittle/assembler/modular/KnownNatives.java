package io.whittle.assembler.modular;

import io.whittle.assembler.modules.JarChange;
import io.whittle.assembler.natives.JarNatives;
import io.whittle.assembler.natives.LaidNatives;
import io.whittle.assembler.natives.NativeCut;
import io.whittle.assembler.natives.NativeEntry;
import io.whittle.assembler.text.ByteCount;
import io.whittle.graph.catalog.ArtifactRule;
import io.whittle.graph.catalog.Platform;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** The native files of jars, each looked for once, and what of them is an image's. Not for several threads. */
final class KnownNatives {
    private final Map<String, ArtifactRule> rules;
    private final Map<Path, List<NativeEntry>> byJar = new HashMap<>();

    /**
     * Of jars for which the catalogue has rules.
     *
     * @param rules by {@code group:artifact[:classifier]}
     */
    KnownNatives(Map<String, ArtifactRule> rules) {
        this.rules = Map.copyOf(rules);
    }

    /** What an image for the platform leaves of the native files of a jar; all of them where the catalogue says so. */
    JarNativesCut cut(String artifact, Path jar, Platform platform) throws IOException {
        List<NativeEntry> natives = of(jar);
        boolean all = Optional.ofNullable(rules.get(artifact))
                .flatMap(ArtifactRule::natives)
                .filter(ArtifactRule.Natives.ALL::equals)
                .isPresent();
        if (all || natives.isEmpty()) {
            return JarNativesCut.NOTHING;
        }
        NativeCut cut = NativeCut.to(platform, natives);
        LaidNatives laid = LaidNatives.of(artifact, cut.kept(), platform);
        SortedSet<String> out = new TreeSet<>();
        // Of several that could be loaded one is laid, and no other is looked for any more.
        (laid.files().isEmpty() ? cut.cut() : natives).forEach(entry -> out.add(entry.name()));
        return new JarNativesCut(out, laid, changes(platform, cut, laid));
    }

    private List<NativeEntry> of(Path jar) throws IOException {
        List<NativeEntry> known = byJar.get(jar);
        if (known == null) {
            known = JarNatives.of(jar);
            byJar.put(jar, known);
        }
        return known;
    }

    private static List<JarChange> changes(Platform platform, NativeCut cut, LaidNatives laid) {
        List<JarChange> changes = new ArrayList<>();
        if (!cut.cut().isEmpty()) {
            changes.add(new JarChange(
                    JarChange.Kind.NATIVES_CUT,
                    (cut.cut().size() == 1
                                    ? "1 native file of " + ByteCount.spell(cut.bytesCut()) + " that is not for "
                                            + platform + " is"
                                    : cut.cut().size() + " native files of " + ByteCount.spell(cut.bytesCut())
                                            + " that are not for " + platform + " are")
                            + " left out"));
        }
        for (NativeEntry file : laid.files()) {
            changes.add(new JarChange(
                    JarChange.Kind.NATIVES_LAID, file.name() + " lies in the image as lib/" + file.fileName()));
        }
        if (cut.nothingLeft()) {
            changes.add(new JarChange(
                    JarChange.Kind.NATIVES_MISSING,
                    "its native files are for "
                            + (cut.platformsCut().isEmpty()
                                    ? "systems that are no platforms"
                                    : String.join(", ", cut.platformsCut()))
                            + ", and none is for " + platform + ": code that loads one fails there"));
        }
        return changes;
    }
}
