package io.whittle.assembler.audit;

import io.whittle.assembler.evidence.Grade;
import io.whittle.graph.catalog.Capability;
import io.whittle.graph.catalog.FeatureCatalog;
import io.whittle.graph.catalog.Mention;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Looks beside the providers of exclusive capabilities for others that provide the same. */
final class ExclusiveAudit {
    private final FeatureCatalog catalog;
    private final Owners owners;
    private final List<DeclaredOn> platforms;
    private final List<ImageModules> images;
    private final ServiceTies ties;
    private final List<AuditFinding> findings = new ArrayList<>();

    ExclusiveAudit(
            FeatureCatalog catalog,
            Owners owners,
            List<DeclaredOn> platforms,
            List<ImageModules> images,
            ServiceTies ties) {
        this.catalog = catalog;
        this.owners = owners;
        this.platforms = platforms;
        this.images = images;
        this.ties = ties;
    }

    List<AuditFinding> find() {
        catalog.capabilities().values().stream().filter(Capability::exclusive).forEach(this::hold);
        return findings;
    }

    /** Beside a provider of an exclusive capability another feature may provide the same, and not say so. */
    private void hold(Capability capability) {
        Set<String> known = capability.providers().stream().map(Mention::text).collect(Collectors.toSet());
        ties.provided().forEach((service, modules) -> {
            Set<String> features = modules.stream()
                    .flatMap(module -> owners.declared(module).stream())
                    .flatMap(owner -> owner.feature().stream())
                    .collect(Collectors.toCollection(TreeSet::new));
            if (known.size() > 1 && features.containsAll(known) && isAskedByNeeders(service, known)) {
                features.stream().filter(feature -> !known.contains(feature)).forEach(stranger -> {
                    List<Bite> bites = images.stream()
                            .filter(image -> image.holds(Owner.of(stranger))
                                    && known.stream().anyMatch(name -> image.holds(Owner.of(name))))
                            .map(ImageModules::bite)
                            .toList();
                    if (!bites.isEmpty()) {
                        findings.add(finding(capability, service, stranger, bites));
                    }
                });
            }
        });
    }

    /** What base asks for, or a feature that needs the capability: other services of its providers are their own affair. */
    private boolean isAskedByNeeders(String service, Set<String> providers) {
        return ties.askers().getOrDefault(service, new TreeMap<>()).keySet().stream()
                .anyMatch(asker -> asker.equals(Owner.BASE)
                        || platforms.stream()
                                .anyMatch(declared ->
                                        providers.stream().allMatch(provider -> declared.needsFrom(asker, provider))));
    }

    private AuditFinding finding(Capability capability, String service, String stranger, List<Bite> bites) {
        String name = capability.name().text();
        return new AuditFinding(
                AuditCode.SEVERAL_EXCLUSIVE_PROVIDERS,
                Optional.of(stranger),
                name,
                Optional.of(Grade.SERVICE),
                ties.places(service, Owner.of(stranger)),
                0,
                List.of(),
                bites,
                capability.name().place(),
                stranger + " provides " + service + " as the providers of " + name
                        + " do, of which one at most may be in, and is in beside one of them",
                "add " + stranger + " to 'providers' of " + name,
                Optional.empty());
    }
}
