package io.whittle.assembler.audit;

import io.whittle.assembler.evidence.CodePlace;
import io.whittle.assembler.evidence.Evidence;
import io.whittle.assembler.evidence.Provision;
import io.whittle.assembler.evidence.ServiceUse;
import io.whittle.assembler.modules.TargetJdk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Who asks for which service, and who provides it. */
final class ServiceTies {
    private final Owners owners;
    private final SortedMap<String, SortedMap<Owner, List<ServiceUse>>> askers = new TreeMap<>();
    private final SortedMap<String, SortedSet<String>> providers = new TreeMap<>();
    private final List<Provision> provisions;
    private final TargetJdk jdk;

    ServiceTies(Evidence evidence, Owners owners, TargetJdk jdk) {
        this.owners = owners;
        this.jdk = jdk;
        this.provisions = evidence.provisions();
        for (ServiceUse use : evidence.services()) {
            owners.of(use.module())
                    .keySet()
                    .forEach(owner -> askers.computeIfAbsent(use.service(), none -> new TreeMap<>())
                            .computeIfAbsent(owner, none -> new ArrayList<>())
                            .add(use));
        }
        for (Provision provision : evidence.provisions()) {
            providers
                    .computeIfAbsent(provision.service(), none -> new TreeSet<>())
                    .add(provision.module());
        }
    }

    /** By service that somebody asks for: who does, and where. */
    SortedMap<String, SortedMap<Owner, List<ServiceUse>>> askers() {
        return askers;
    }

    /** Modules of the path that provide a service. */
    SortedSet<String> providers(String service) {
        return providers.getOrDefault(service, new TreeSet<>());
    }

    /** Every service that a module of the path provides. */
    Map<String, SortedSet<String>> provided() {
        return new LinkedHashMap<>(providers);
    }

    /** The classes of an owner that provide a service. */
    List<CodePlace> places(String service, Owner owner) {
        return provisions.stream()
                .filter(provision -> provision.service().equals(service)
                        && owners.declared(provision.module()).contains(owner))
                .map(provision -> new CodePlace(provision.module(), provision.provider(), "", Optional.empty(), 0))
                .limit(AuditFinding.MOST_PLACES)
                .toList();
    }

    /** Whether a module of the JDK provides it. */
    boolean isProvidedByJdk(String service) {
        return jdk.modules().values().stream()
                .flatMap(module -> module.provides().stream())
                .anyMatch(provides -> provides.service().equals(service));
    }

    /** Whether a module of the JDK asks for it. */
    boolean isAskedByJdk(String service, SortedSet<String> modules) {
        return modules.stream()
                .filter(jdk.modules()::containsKey)
                .anyMatch(module -> jdk.modules().get(module).uses().contains(service));
    }

    /** Whether one of two asks for what the other provides. */
    boolean tie(Owner one, Owner other) {
        return asksFrom(one, other) || asksFrom(other, one);
    }

    private boolean asksFrom(Owner asker, Owner provider) {
        return askers.entrySet().stream()
                .filter(entry -> entry.getValue().containsKey(asker))
                .flatMap(entry -> providers(entry.getKey()).stream())
                .anyMatch(module -> owners.declared(module).contains(provider));
    }
}
