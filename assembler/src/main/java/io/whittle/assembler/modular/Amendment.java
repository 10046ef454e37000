package io.whittle.assembler.modular;

import io.whittle.assembler.modules.ApplicationModule;
import io.whittle.assembler.modules.JarChange;
import io.whittle.graph.catalog.ArtifactRule;
import io.whittle.graph.catalog.Mention;

import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Requires;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A module with a descriptor of its own that is another in an image.
 *
 * @param found the module as it was found
 * @param descriptor what it says in the image
 * @param changes what is other in it
 */
record Amendment(ApplicationModule found, ModuleDescriptor descriptor, List<JarChange> changes) {
    Amendment {
        changes = List.copyOf(changes);
    }

    /**
     * Empty where nothing is other, or there is no jar to copy.
     *
     * @param rule what the catalogue says of it
     * @param implied jars without a descriptor that its code names and its descriptor does not: who reads one such jar reads all of them, as
     *     long as they have none; and whether it does not go on without
     */
    static Optional<Amendment> of(ApplicationModule found, Optional<ArtifactRule> rule, Map<String, Boolean> implied) {
        ModuleDescriptor old = found.reference().descriptor();
        Set<String> optional = texts(rule.map(ArtifactRule::optional));
        Set<String> added = texts(rule.map(ArtifactRule::requires));
        Set<Requires> requires = new HashSet<>();
        Set<String> relaxed = new TreeSet<>();
        for (Requires each : old.requires()) {
            boolean isStatic = each.modifiers().contains(Requires.Modifier.STATIC);
            if (optional.contains(each.name()) && !isStatic) {
                relaxed.add(each.name());
                requires.add(each);
            } else if (!isStatic || !added.contains(each.name())) {
                added.remove(each.name());
                requires.add(each);
            }
        }
        if (relaxed.isEmpty() && added.isEmpty() && implied.isEmpty() || !Files.isRegularFile(found.path())) {
            return Optional.empty();
        }
        ModuleDescriptor.Builder module = like(old);
        for (Requires each : requires) {
            Set<Requires.Modifier> modifiers = new HashSet<>(each.modifiers());
            if (relaxed.contains(each.name())) {
                modifiers.add(Requires.Modifier.STATIC);
            }
            module.requires(modifiers, each.name());
        }
        added.forEach(module::requires);
        implied.forEach((name, needed) -> {
            if (!added.contains(name)) {
                module.requires(needed ? Set.of() : Set.of(Requires.Modifier.STATIC), name);
            }
        });
        return Optional.of(new Amendment(found, module.build(), changes(found, relaxed, added, implied.keySet())));
    }

    private static Set<String> texts(Optional<List<Mention>> mentions) {
        Set<String> texts = new TreeSet<>();
        mentions.orElse(List.of()).stream().map(Mention::text).forEach(texts::add);
        return texts;
    }

    private static ModuleDescriptor.Builder like(ModuleDescriptor old) {
        ModuleDescriptor.Builder module =
                old.isOpen() ? ModuleDescriptor.newOpenModule(old.name()) : ModuleDescriptor.newModule(old.name());
        module.packages(old.packages());
        old.exports().forEach(module::exports);
        old.opens().forEach(module::opens);
        old.uses().forEach(module::uses);
        old.provides().forEach(module::provides);
        old.mainClass().ifPresent(module::mainClass);
        old.version().ifPresent(module::version);
        return module;
    }

    private static List<JarChange> changes(
            ApplicationModule found, Set<String> relaxed, Set<String> added, Set<String> implied) {
        List<JarChange> changes = new ArrayList<>();
        if (!relaxed.isEmpty()) {
            changes.add(new JarChange(
                    JarChange.Kind.REQUIREMENTS_MADE_OPTIONAL,
                    "as the catalogue says, it can do without " + String.join(", ", relaxed)));
        }
        if (!added.isEmpty()) {
            changes.add(new JarChange(
                    JarChange.Kind.REQUIREMENTS_ADDED, "as the catalogue says: " + String.join(", ", added)));
        }
        if (!implied.isEmpty()) {
            changes.add(new JarChange(
                    JarChange.Kind.REQUIREMENTS_ADDED,
                    "its code names them, and as long as they have no descriptor it could read them: "
                            + String.join(", ", new TreeSet<>(implied))));
        }
        if (found.signed()) {
            changes.add(Signature.dropped());
        }
        return changes;
    }
}
