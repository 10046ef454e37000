package io.whittle.assembler.audit;

import io.whittle.assembler.evidence.CodePlace;
import io.whittle.assembler.evidence.Grade;
import io.whittle.assembler.evidence.ServiceUse;
import io.whittle.graph.catalog.Capability;
import io.whittle.graph.catalog.Mention;
import io.whittle.graph.edit.Addition;
import io.whittle.graph.resolve.Words;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Holds the services that are asked for against who provides them, in each image. */
final class ServiceAudit {
    private final Owners owners;
    private final Declarations declarations;
    private final List<DeclaredOn> platforms;
    private final List<ImageModules> images;
    private final ServiceTies ties;
    private final List<AuditFinding> findings = new ArrayList<>();

    ServiceAudit(
            Owners owners,
            Declarations declarations,
            List<DeclaredOn> platforms,
            List<ImageModules> images,
            ServiceTies ties) {
        this.owners = owners;
        this.declarations = declarations;
        this.platforms = platforms;
        this.images = images;
        this.ties = ties;
    }

    List<AuditFinding> find() {
        ties.askers()
                .forEach((service, askers) -> askers.forEach((owner, uses) -> {
                    List<ServiceUse> needed =
                            uses.stream().filter(use -> !use.optional()).toList();
                    if (!needed.isEmpty() && !ties.isProvidedByJdk(service)) {
                        holdNeeded(service, owner, needed);
                    }
                }));
        ties.provided().forEach(this::holdProvided);
        return findings;
    }

    private void holdNeeded(String service, Owner owner, List<ServiceUse> uses) {
        SortedSet<String> modules = ties.providers(service);
        // What nobody provides anywhere is provided by whoever runs it, or by nobody at all.
        if (modules.isEmpty()) {
            return;
        }
        SortedSet<Owner> providers = new TreeSet<>();
        modules.forEach(module -> providers.addAll(owners.declared(module)));
        List<Bite> bites = images.stream()
                .filter(image -> image.holds(owner)
                        && uses.stream().anyMatch(use -> image.modules().contains(use.module()))
                        && modules.stream().noneMatch(image.modules()::contains))
                .map(ImageModules::bite)
                .toList();
        if (!bites.isEmpty()) {
            findings.add(needed(AuditCode.SERVICE_WITHOUT_PROVIDER, service, owner, uses, providers, bites));
        } else if (!platforms.stream()
                .filter(declared -> declared.isAvailable(owner) && counts(uses, declared))
                .allMatch(declared -> isAtHand(owner, modules, declared) || isDeclared(owner, providers, declared))) {
            findings.add(needed(AuditCode.UNDECLARED_REQUIREMENT, service, owner, uses, providers, bites));
        }
    }

    private boolean counts(List<ServiceUse> uses, DeclaredOn declared) {
        return uses.stream().anyMatch(use -> owners.counts(use.module(), declared.platform()));
    }

    /** Whether on a platform the owner itself, base or a library of the owner provides it. */
    private boolean isAtHand(Owner owner, SortedSet<String> modules, DeclaredOn on) {
        return modules.stream()
                .filter(module -> owners.counts(module, on.platform()))
                .anyMatch(module -> {
                    List<Owner> declared = owners.declared(module);
                    return declared.contains(owner)
                            || declared.contains(Owner.BASE)
                            || declared.isEmpty() && owners.of(module).containsKey(owner);
                });
    }

    /** Whether on a platform the owner brings a provider, or needs a capability that only providers have. */
    private boolean isDeclared(Owner owner, Set<Owner> providers, DeclaredOn declared) {
        return providers.stream()
                        .flatMap(provider -> provider.feature().stream())
                        .anyMatch(provider -> declared.brings(owner, provider))
                || capabilities(providers).stream()
                        .anyMatch(capability -> capability.providers().stream()
                                .allMatch(provider -> declared.needsFrom(owner, provider.text())));
    }

    /** Capabilities whose every provider provides the service. */
    private List<Capability> capabilities(Set<Owner> providers) {
        Set<String> names = providers.stream()
                .flatMap(provider -> provider.feature().stream())
                .collect(Collectors.toSet());
        return declarations.catalog().capabilities().values().stream()
                .filter(capability ->
                        capability.providers().stream().map(Mention::text).allMatch(names::contains))
                .toList();
    }

    private AuditFinding needed(
            AuditCode code,
            String service,
            Owner owner,
            List<ServiceUse> uses,
            SortedSet<Owner> providers,
            List<Bite> bites) {
        List<String> names = providers.stream().map(Owner::name).toList();
        String nobody = names.isEmpty() ? "only libraries that nothing brings" : "only " + Words.list(names, "or");
        Optional<Addition> edit = edit(owner, providers);
        List<CodePlace> places =
                uses.stream().map(ServiceUse::place).distinct().sorted().toList();
        return new AuditFinding(
                code,
                owner.feature(),
                // For one provider the finding is about that feature, as any other that requires it.
                names.size() == 1 && code == AuditCode.UNDECLARED_REQUIREMENT ? names.get(0) : service,
                Optional.of(Grade.SERVICE),
                places.stream().limit(AuditFinding.MOST_PLACES).toList(),
                Math.max(0, places.size() - AuditFinding.MOST_PLACES),
                List.of(),
                bites,
                declarations.place(owner),
                owner.name() + " needs a provider of " + service + ", which " + nobody
                        + (names.size() < 2 ? " provides, but " : " provide, but ")
                        + (code == AuditCode.SERVICE_WITHOUT_PROVIDER
                                ? "all of them are left out"
                                : owner.name() + " does not bring one along"),
                mend(owner, names, edit),
                edit);
    }

    private static String mend(Owner owner, List<String> names, Optional<Addition> edit) {
        if (edit.isPresent()) {
            return "add " + edit.get().entry() + " to '" + edit.get().list().word() + "' of " + owner.name();
        }
        return names.isEmpty()
                ? "give the library that provides it to a feature, and let " + owner.name() + " require that"
                : "declare a capability with the providers " + Words.list(names, "and") + ", and let " + owner.name()
                        + " need it";
    }

    private Optional<Addition> edit(Owner owner, SortedSet<Owner> providers) {
        String why = "service";
        if (providers.size() == 1) {
            return Optional.of(new Addition(
                    owner.feature(), Addition.Key.REQUIRES, providers.first().name(), Optional.of(why)));
        }
        return capabilities(providers).stream()
                .findFirst()
                .map(capability -> new Addition(
                        owner.feature(), Addition.Key.NEEDS, capability.name().text(), Optional.of(why)));
    }

    private void holdProvided(String service, SortedSet<String> modules) {
        for (String module : modules) {
            List<Owner> declared = owners.declared(module);
            if (declared.isEmpty()) {
                // Libraries provide many things for many programs.
                continue;
            }
            List<ImageModules> with = images.stream()
                    .filter(image -> image.modules().contains(module))
                    .toList();
            List<Bite> bites = with.stream()
                    .filter(image -> !isAsked(service, image))
                    .map(ImageModules::bite)
                    .toList();
            // Where it is asked for in some image, it is there for that one.
            if (!with.isEmpty() && bites.size() == with.size()) {
                Owner owner = declared.get(0);
                findings.add(new AuditFinding(
                        AuditCode.UNUSED_PROVIDER,
                        owner.feature(),
                        service,
                        Optional.of(Grade.SERVICE),
                        ties.places(service, owner),
                        0,
                        List.of(),
                        bites,
                        declarations.place(owner),
                        owner.name() + " provides " + service + " (" + module
                                + "), and nothing in the images asks for it",
                        "if a class that is loaded by name asks for it, declare that under 'dynamic'; else it may be out",
                        Optional.empty()));
            }
        }
    }

    private boolean isAsked(String service, ImageModules image) {
        return ties.isAskedByJdk(service, image.modules())
                || ties.askers().containsKey(service)
                        && ties.askers().get(service).values().stream()
                                .flatMap(List::stream)
                                .anyMatch(use -> image.modules().contains(use.module()));
    }
}
