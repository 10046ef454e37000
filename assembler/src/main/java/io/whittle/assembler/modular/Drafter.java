package io.whittle.assembler.modular;

import io.whittle.assembler.modules.ApplicationModule;
import io.whittle.assembler.modules.JarChange;
import io.whittle.assembler.modules.JarEdges;
import io.whittle.assembler.modules.ModuleIndex;
import io.whittle.graph.catalog.ArtifactRule;
import io.whittle.graph.catalog.Mention;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Says of jars without a descriptor which modules they require. */
final class Drafter {
    private final ModuleIndex index;
    private final Packages packages;
    private final KnownUses uses;
    private final JarEdges edges;
    private final Rules rules;

    Drafter(ModuleIndex index, Packages packages, KnownUses uses, JarEdges edges, Rules rules) {
        this.index = index;
        this.packages = packages;
        this.uses = uses;
        this.edges = edges;
        this.rules = rules;
    }

    /** The draft of one. Linear in what it names. */
    Draft draft(ApplicationModule found, JarFacts facts) {
        SortedSet<String> hard = new TreeSet<>();
        SortedSet<String> soft = new TreeSet<>();
        ofPath(found, hard, soft);
        SortedMap<String, String> jdk = ofJdk(facts);
        hard.addAll(jdk.keySet());
        Optional<ArtifactRule> rule = rules.of(found.entry());
        rule.ifPresent(said -> {
            hard.addAll(texts(said.requires()));
            List<String> optional = texts(said.optional());
            optional.stream().filter(hard::remove).forEach(soft::add);
        });
        hard.remove(found.name());
        soft.remove(found.name());
        soft.removeAll(hard);
        SortedSet<String> dropped = new TreeSet<>(facts.packages());
        dropped.removeIf(name -> packages.inJdk(name).isEmpty());
        List<JarChange> changes = changes(facts, hard, jdk);
        if (!dropped.isEmpty()) {
            changes.add(new JarChange(
                    JarChange.Kind.JDK_PACKAGES_DROPPED, "the JDK's own are taken: " + String.join(", ", dropped)));
        }
        return new Draft(found, facts.without(dropped), hard, soft, List.of(), dropped, changes);
    }

    private void ofPath(ApplicationModule found, SortedSet<String> hard, SortedSet<String> soft) {
        Optional<Set<String>> edges = this.edges.of(found.entry());
        uses.readBy(found.name()).forEach((to, needed) -> (needed && edges.isEmpty() ? hard : soft).add(to));
        edges.ifPresent(labels -> index.modules().forEach((name, others) -> {
            if (labels.contains(others.get(0).entry().label())) {
                hard.add(name);
            }
        }));
    }

    /** Modules of the JDK, each with the first class that needs it. */
    private SortedMap<String, String> ofJdk(JarFacts facts) {
        SortedMap<String, String> modules = new TreeMap<>();
        facts.named()
                .forEach((name, by) -> packages.inJdk(name)
                        .filter(module -> !module.equals("java.base"))
                        .ifPresent(module -> modules.putIfAbsent(module, by)));
        return modules;
    }

    private static List<JarChange> changes(JarFacts facts, Set<String> hard, SortedMap<String, String> jdk) {
        List<JarChange> changes = new ArrayList<>();
        List<String> required = new ArrayList<>();
        for (String module : hard) {
            required.add(jdk.containsKey(module) ? module + " (for " + jdk.get(module) + ")" : module);
        }
        changes.add(new JarChange(
                JarChange.Kind.DESCRIPTOR_MADE,
                "it has none; requires "
                        + (required.isEmpty() ? "nothing but java.base" : String.join(", ", required))));
        if (facts.signed()) {
            changes.add(Signature.dropped());
        }
        if (!facts.unnamed().isEmpty()) {
            changes.add(new JarChange(
                    JarChange.Kind.UNNAMED_PACKAGE_DROPPED,
                    "a module has no classes without a package: " + String.join(", ", facts.unnamed())));
        }
        if (!facts.refused().isEmpty()) {
            List<String> refused = new ArrayList<>();
            facts.refused()
                    .forEach((service, providers) ->
                            providers.forEach((provider, why) -> refused.add(provider + " of " + service + " " + why)));
            changes.add(new JarChange(JarChange.Kind.PROVIDERS_LEFT_OUT, String.join("; ", refused)));
        }
        return changes;
    }

    private static List<String> texts(List<Mention> mentions) {
        return mentions.stream().map(Mention::text).toList();
    }
}
