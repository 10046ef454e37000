package io.whittle.assembler.goal;

import io.whittle.assembler.classpath.JdkUses;
import io.whittle.assembler.explain.JarRequires;
import io.whittle.assembler.modules.ApplicationModule;
import io.whittle.assembler.modules.ChangedJar;
import io.whittle.assembler.modules.JarChange;
import io.whittle.assembler.modules.ModuleIndex;
import io.whittle.assembler.modules.PathEntry;
import io.whittle.assembler.modules.TargetJdk;

import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the jars of a path require, told from their classes. Each is read when it is asked about, and once. Not for several threads. */
final class JarsOfPath implements JarRequires {
    private final ModuleIndex modules;
    private final Map<String, PathEntry> byArtifact = new HashMap<>();
    private final Set<String> ofJdk;
    private final JdkUses uses;

    /**
     * Of a path.
     *
     * @param modules those of the path, as images see them
     */
    JarsOfPath(List<PathEntry> path, ModuleIndex modules, TargetJdk jdk) {
        this.modules = modules;
        path.forEach(entry -> byArtifact.putIfAbsent(entry.artifact(), entry));
        this.ofJdk = jdk.modules().keySet();
        this.uses = new JdkUses(jdk);
    }

    @Override
    public Optional<String> className(String from, String to) {
        return entry(from).filter(entry -> Files.isRegularFile(entry.path())).flatMap(entry -> firstToName(entry, to));
    }

    private Optional<String> firstToName(PathEntry entry, String module) {
        try {
            return Optional.ofNullable(uses.of(entry.path()).get(module));
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    @Override
    public Optional<String> optionalIn(String from, String to) {
        // Which jars a jar of the class path brings is its POM's to say.
        boolean canBeSaid = ofJdk.contains(to) || modules.find(from).isPresent();
        return entry(from)
                .filter(entry -> canBeSaid && !entry.own() && Files.isRegularFile(entry.path()) && !isMerged(from))
                .map(PathEntry::artifact);
    }

    private Optional<PathEntry> entry(String name) {
        return modules.find(name).map(ApplicationModule::entry).or(() -> Optional.ofNullable(byArtifact.get(name)));
    }

    private boolean isMerged(String module) {
        return modules
                .find(module)
                .flatMap(ApplicationModule::changed)
                .map(ChangedJar::changes)
                .orElse(List.of())
                .stream()
                .anyMatch(change -> change.kind() == JarChange.Kind.PACKAGES_MERGED);
    }
}
