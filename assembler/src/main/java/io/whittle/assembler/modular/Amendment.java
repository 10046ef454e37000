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
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A module with a descriptor of its own that the catalogue changes.
 *
 * @param found the module as it was found
 * @param descriptor what it says in the image
 * @param changes what is other in it
 */
record Amendment(ApplicationModule found, ModuleDescriptor descriptor, List<JarChange> changes) {
    Amendment {
        changes = List.copyOf(changes);
    }

    /** Empty where the rule changes nothing, or there is no jar to copy. */
    static Optional<Amendment> of(ApplicationModule found, ArtifactRule rule) {
        ModuleDescriptor old = found.reference().descriptor();
        Set<String> optional = new TreeSet<>();
        Set<String> added = new TreeSet<>();
        rule.optional().stream().map(Mention::text).forEach(optional::add);
        rule.requires().stream().map(Mention::text).forEach(added::add);
        Set<Requires> kept = new HashSet<>();
        Set<String> relaxed = new TreeSet<>();
        for (Requires each : old.requires()) {
            boolean isStatic = each.modifiers().contains(Requires.Modifier.STATIC);
            if (added.contains(each.name()) && !isStatic) {
                added.remove(each.name());
            }
            if (optional.contains(each.name()) && !isStatic) {
                relaxed.add(each.name());
            } else if (!added.contains(each.name())) {
                kept.add(each);
            }
        }
        if (relaxed.isEmpty() && added.isEmpty() || !Files.isRegularFile(found.path())) {
            return Optional.empty();
        }
        ModuleDescriptor.Builder module = like(old);
        kept.forEach(module::requires);
        added.forEach(module::requires);
        for (Requires each : old.requires()) {
            if (relaxed.contains(each.name())) {
                Set<Requires.Modifier> modifiers = new HashSet<>(each.modifiers());
                modifiers.add(Requires.Modifier.STATIC);
                module.requires(modifiers, each.name());
            }
        }
        return Optional.of(new Amendment(found, module.build(), changes(found, relaxed, added)));
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

    private static List<JarChange> changes(ApplicationModule found, Set<String> relaxed, Set<String> added) {
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
        if (found.signed()) {
            changes.add(new JarChange(JarChange.Kind.SIGNATURE_DROPPED, "it would not fit the changed jar"));
        }
        return changes;
    }
}
