package io.whittle.assembler.audit;

import io.whittle.assembler.modules.ModuleIndex;
import io.whittle.graph.catalog.Edge;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** Holds what is declared to be required against the uses: does the code show any, and would it do without? */
final class DeclaredAudit {
    private final ModuleIndex index;
    private final Declarations declarations;
    private final SortedMap<Owner, SortedMap<String, FeatureUses>> uses;
    private final ServiceTies services;
    private final List<AuditFinding> findings = new ArrayList<>();

    DeclaredAudit(
            ModuleIndex index,
            Declarations declarations,
            SortedMap<Owner, SortedMap<String, FeatureUses>> uses,
            ServiceTies services) {
        this.index = index;
        this.declarations = declarations;
        this.uses = uses;
        this.services = services;
    }

    List<AuditFinding> find() {
        for (String feature : declarations.catalog().features().keySet()) {
            declarations.requires(Owner.of(feature)).stream()
                    .map(edge -> edge.target().text())
                    .distinct()
                    .forEach(required -> hold(Owner.of(feature), required));
        }
        return findings;
    }

    private void hold(Owner owner, String required) {
        // Of what is not on the module path, or has no code at all, nothing can be said.
        if (!isRead(owner) || !isRead(Owner.of(required))) {
            return;
        }
        Optional<FeatureUses> pair = Optional.ofNullable(
                uses.getOrDefault(owner, Collections.emptySortedMap()).get(required));
        if (services.tie(owner, Owner.of(required))
                || pair.filter(used -> used.isNeeded() || used.isNamedInFile()).isPresent()) {
            return;
        }
        Edge edge = declarations.requires(owner).stream()
                .filter(each -> each.target().text().equals(required))
                .findFirst()
                .orElseThrow();
        if (pair.isPresent()) {
            findings.add(new AuditFinding(
                    AuditCode.OPTIONAL_REQUIREMENT,
                    owner.feature(),
                    required,
                    Optional.of(pair.get().grade()),
                    pair.get().places(),
                    pair.get().more(),
                    pair.get().chain(),
                    List.of(),
                    edge.target().place(),
                    owner.name() + " requires " + required + ", but each use of it goes on where it is not there",
                    "if " + owner.name() + " works without " + required + ", move it from 'requires' to 'ifPresent'",
                    Optional.empty()));
        } else {
            findings.add(new AuditFinding(
                    AuditCode.UNUSED_REQUIREMENT,
                    owner.feature(),
                    required,
                    Optional.empty(),
                    List.of(),
                    0,
                    List.of(),
                    List.of(),
                    edge.target().place(),
                    owner.name() + " requires " + required + ", and no use of it is seen in the code",
                    "if nothing else speaks for it, take " + required + " out of 'requires' of " + owner.name()
                            + "; what leaves no trace is not seen",
                    Optional.empty()));
        }
    }

    private boolean isRead(Owner owner) {
        List<String> modules = declarations.modules(owner);
        return !modules.isEmpty()
                && modules.stream().allMatch(module -> index.find(module).isPresent());
    }
}
