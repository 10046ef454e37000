package io.whittle.assembler.plan;

import io.whittle.assembler.classpath.JdkUses;
import io.whittle.assembler.modules.ApplicationModule;
import io.whittle.assembler.modules.ModuleRequires;
import io.whittle.assembler.modules.PathEntry;
import io.whittle.graph.catalog.ArtifactRule;
import io.whittle.graph.catalog.Mention;
import io.whittle.graph.resolve.ModuleOwners;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.zip.ZipException;

/**
 * What jars of the class path need: what their POMs bring, and modules of the JDK. A dependency that is linked as a module, or belongs to
 * somebody as one, is reached as that, and never laid on the class path besides.
 */
final class JarNeeds implements ModuleWalk.Needs {
    private final PlanInput input;
    private final JarPlaces places;
    private final Set<String> linked;
    private final ModuleOwners owners;
    private final ModuleRequires modules;
    private final JdkUses jdk;

    /**
     * Of the jars of an image.
     *
     * @param linked the modules that are in, whatever the class path holds
     */
    JarNeeds(PlanInput input, JarPlaces places, Set<String> linked) {
        this.input = input;
        this.places = places;
        this.linked = Set.copyOf(linked);
        this.owners = ModuleOwners.of(input.catalog());
        this.modules = new ModuleRequires(input.index(), input.jdk());
        this.jdk = new JdkUses(input.jdk());
    }

    /** Whether a name is that of a jar, not of a module. */
    static boolean isJar(String name) {
        return name.indexOf(':') >= 0;
    }

    @Override
    public boolean has(String name) {
        return isJar(name) ? places.entry(name).isPresent() : modules.has(name);
    }

    @Override
    public SortedSet<String> of(String name) throws IOException {
        return isJar(name) ? ofJar(places.entry(name).orElseThrow()) : modules.of(name);
    }

    /** The name under which a jar is reached: the module's that it is in this image, or its own. */
    String name(String artifact, PathEntry entry) {
        return places.module(entry)
                .filter(module ->
                        linked.contains(module) || !owners.owners(module).isEmpty())
                .orElse(artifact);
    }

    private SortedSet<String> ofJar(PathEntry entry) throws IOException {
        SortedSet<String> needs = new TreeSet<>(ofJdk(entry));
        Optional<ArtifactRule> rule = places.rule(entry.artifact());
        rule.ifPresent(said -> {
            said.requires().stream().map(Mention::text).forEach(needs::add);
            said.optional().stream().map(Mention::text).forEach(needs::remove);
        });
        places.dependencies(entry)
                .forEach((artifact, found) ->
                        needs.add(found.map(jar -> name(artifact, jar)).orElse(artifact)));
        return needs;
    }

    // Who wrote a descriptor knows what is optional; of others only their classes speak.
    private Set<String> ofJdk(PathEntry entry) throws IOException {
        Optional<ApplicationModule> described = places.module(entry)
                .flatMap(name -> input.index().modules().get(name).stream()
                        .filter(module -> module.entry().equals(entry))
                        .findFirst())
                .filter(module -> !module.automatic());
        Set<String> needs = new TreeSet<>(
                described.isPresent()
                        ? ModuleRequires.of(described.get().reference().descriptor())
                        : ofClasses(entry));
        needs.retainAll(input.jdk().modules().keySet());
        return needs;
    }

    private Set<String> ofClasses(PathEntry entry) throws IOException {
        if (Files.isDirectory(entry.path())) {
            return Set.of();
        }
        try {
            return jdk.of(entry.path()).keySet();
        } catch (ZipException broken) {
            throw new ZipException(JarFaults.unreadable(entry, broken.getMessage()));
        }
    }
}
