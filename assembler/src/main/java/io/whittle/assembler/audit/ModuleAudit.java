package io.whittle.assembler.audit;

import io.whittle.assembler.evidence.CodePlace;
import io.whittle.assembler.evidence.Grade;
import io.whittle.assembler.evidence.Undecided;
import io.whittle.assembler.modules.ApplicationModule;
import io.whittle.graph.catalog.DynamicUse;
import io.whittle.graph.catalog.Feature;
import io.whittle.graph.edit.Addition;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Looks for modules that are in no image, and for code whose uses nobody can read. */
final class ModuleAudit {
    private final AuditInput input;
    private final Owners owners;
    private final Declarations declarations;

    ModuleAudit(AuditInput input, Owners owners) {
        this.input = input;
        this.owners = owners;
        this.declarations = new Declarations(input.catalog());
    }

    List<AuditFinding> find() {
        List<AuditFinding> findings = new ArrayList<>();
        input.index().modules().forEach((name, found) -> {
            if (found.get(0).entry().own() && !owners.isReached(name)) {
                findings.add(orphan(found.get(0)));
            }
        });
        SortedMap<Owner, List<Undecided>> undecided = new TreeMap<>();
        for (Undecided each : input.evidence().undecided()) {
            // What a library loads is its own affair until a feature says what it wants of it.
            owners.declared(each.module())
                    .forEach(owner -> undecided
                            .computeIfAbsent(owner, none -> new ArrayList<>())
                            .add(each));
        }
        undecided.forEach((owner, uses) -> {
            for (Undecided.What what : Undecided.What.values()) {
                List<CodePlace> places = uses.stream()
                        .filter(use -> use.what() == what)
                        .map(Undecided::place)
                        .distinct()
                        .sorted()
                        .toList();
                if (!places.isEmpty() && !isDeclared(owner, what)) {
                    findings.add(undecidable(owner, what, places));
                }
            }
        });
        return findings;
    }

    private AuditFinding orphan(ApplicationModule module) {
        return new AuditFinding(
                AuditCode.ORPHAN_MODULE,
                Optional.empty(),
                module.name(),
                Optional.empty(),
                List.of(),
                0,
                List.of(),
                List.of(),
                declarations.place(Owner.BASE),
                module.name() + " (" + module.entry().label()
                        + ") belongs to no feature, nothing reaches it, and it is not in" + " base: it is in no image",
                "give it to a feature under 'modules', or to base; or take it off the module path",
                Optional.empty());
    }

    private boolean isDeclared(Owner owner, Undecided.What what) {
        List<DynamicUse> declared = owner.feature()
                .map(name -> input.catalog().features().get(name))
                .map(Feature::dynamic)
                .orElseGet(() -> input.catalog().base().dynamic());
        boolean service = what == Undecided.What.SERVICE;
        return declared.stream()
                .anyMatch(use -> use.how()
                        .map(how -> how.text().equals("service") == service)
                        .orElse(true));
    }

    private AuditFinding undecidable(Owner owner, Undecided.What what, List<CodePlace> places) {
        boolean service = what == Undecided.What.SERVICE;
        String word = service ? "service" : "class";
        return new AuditFinding(
                AuditCode.UNDECIDABLE_USE,
                owner.feature(),
                word,
                Optional.of(Grade.DYNAMIC),
                places.stream().limit(AuditFinding.MOST_PLACES).toList(),
                Math.max(0, places.size() - AuditFinding.MOST_PLACES),
                List.of(),
                List.of(),
                declarations.place(owner),
                owner.name() + " loads a " + word + " whose name is made at run time",
                "say under 'dynamic' of " + owner.name() + " what it loads: " + entry(service),
                // What it loads nobody knows but those who wrote it.
                Optional.<Addition>empty());
    }

    private static String entry(boolean service) {
        return "{loads: <class>, how: " + (service ? "service" : "class") + "}";
    }
}
