package io.whittle.assembler.audit;

import io.whittle.assembler.evidence.CodePlace;
import io.whittle.assembler.evidence.Grade;
import io.whittle.assembler.evidence.Provision;
import io.whittle.assembler.modules.ApplicationModule;
import io.whittle.graph.resolve.Words;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Looks for jars of others that are in no image, though images know a service that they provide. Who looks for a provider by a name that it
 * has, or of a class that comes through a field, leaves no trace that it is missed.
 */
final class StrayProviders {
    private final AuditInput input;
    private final Owners owners;
    private final List<ImageModules> images;
    private final ServiceTies ties;
    private final Map<String, String> moduleByPackage = new HashMap<>();

    StrayProviders(AuditInput input, Owners owners, List<ImageModules> images, ServiceTies ties) {
        this.input = input;
        this.owners = owners;
        this.images = images;
        this.ties = ties;
        input.index()
                .modules()
                .forEach((name, found) -> found.get(0)
                        .reference()
                        .descriptor()
                        .packages()
                        .forEach(each -> moduleByPackage.putIfAbsent(each, name)));
    }

    /**
     * Modules of others on the path that are in no image, whatever is asked for: no feature has them, and nothing that one has brings them.
     * Linear in the path.
     */
    static SortedSet<String> strays(AuditInput input, Owners owners) {
        SortedSet<String> strays = new TreeSet<>();
        input.index().modules().forEach((name, found) -> {
            if (!found.get(0).entry().own() && !owners.isReached(name)) {
                strays.add(name);
            }
        });
        return strays;
    }

    List<AuditFinding> find() {
        List<AuditFinding> findings = new ArrayList<>();
        for (String stray : strays(input, owners)) {
            List<Provision> provisions = input.evidence().provisions().stream()
                    .filter(provision -> provision.module().equals(stray) && isKnown(provision.service()))
                    .toList();
            if (!provisions.isEmpty()) {
                findings.add(finding(input.index().modules().get(stray).get(0), provisions));
            }
        }
        return findings;
    }

    /** Whether somebody whose code is in an image asks for it, or has its class. */
    private boolean isKnown(String service) {
        return ties.askers().containsKey(service)
                || Optional.ofNullable(moduleByPackage.get(packageOf(service)))
                        .filter(owners::isReached)
                        .isPresent()
                || images.stream().anyMatch(image -> ties.isAskedByJdk(service, image.modules()));
    }

    private static String packageOf(String className) {
        return className.substring(0, Math.max(0, className.lastIndexOf('.')));
    }

    private AuditFinding finding(ApplicationModule stray, List<Provision> provisions) {
        List<String> services =
                provisions.stream().map(Provision::service).distinct().sorted().toList();
        List<CodePlace> places = provisions.stream()
                .map(provision -> new CodePlace(stray.name(), provision.provider(), "", Optional.empty(), 0))
                .distinct()
                .sorted()
                .toList();
        return new AuditFinding(
                AuditCode.STRAY_PROVIDER,
                Optional.empty(),
                stray.name(),
                Optional.of(Grade.SERVICE),
                places.stream().limit(AuditFinding.MOST_PLACES).toList(),
                Math.max(0, places.size() - AuditFinding.MOST_PLACES),
                List.of(),
                List.of(),
                new Declarations(input.catalog()).place(Owner.BASE),
                stray.name() + " (" + stray.entry().label() + ") provides " + Words.fewOf(services, "and")
                        + ", which images know, and is in none: no feature has or brings it",
                "if what it provides is asked for, by a name or as a service, give it to the feature that asks, under 'modules'",
                Optional.empty());
    }
}
