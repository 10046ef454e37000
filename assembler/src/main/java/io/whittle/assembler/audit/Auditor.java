package io.whittle.assembler.audit;

import io.whittle.assembler.modules.ModuleRequires;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Holds what code says against what a catalogue declares. */
public final class Auditor {
    private static final Comparator<AuditFinding> ORDER = Comparator.comparing(AuditFinding::severity)
            .thenComparing(finding -> finding.feature().orElse(""))
            .thenComparing(AuditFinding::target)
            .thenComparing(AuditFinding::code);

    private Auditor() {}

    /**
     * Audits. Linear in the evidence, times the images for what is asked of each.
     *
     * @param accepted findings that were accepted before
     */
    public static Audit audit(AuditInput input, Set<AuditFinding.Key> accepted) {
        Owners owners = new Owners(input.catalog(), input.index(), input.edges());
        ModuleRequires requires = new ModuleRequires(input.index(), input.jdk());
        ClassNeeds classes = new ClassNeeds(input.index(), input.jdk());
        List<ImageModules> images = input.images().stream()
                .map(resolution -> ImageModules.of(resolution, requires, owners, classes))
                .toList();
        ServiceTies ties = new ServiceTies(input.evidence(), owners, input.jdk());
        Declarations declarations = new Declarations(input.catalog());
        List<DeclaredOn> platforms = input.platforms().stream()
                .map(platform -> new DeclaredOn(input.catalog(), platform))
                .toList();
        SortedMap<Owner, SortedMap<String, FeatureUses>> uses = FeatureUses.of(input.evidence(), owners);
        List<AuditFinding> findings = new ArrayList<>();
        findings.addAll(new RequirementAudit(owners, declarations, platforms, images, uses).find());
        findings.addAll(new DeclaredAudit(input.index(), declarations, uses, ties).find());
        findings.addAll(new ServiceAudit(owners, declarations, platforms, images, ties).find());
        findings.addAll(new ExclusiveAudit(input.catalog(), owners, platforms, images, ties).find());
        findings.addAll(new ModuleAudit(input, owners).find());
        findings.addAll(new StrayProviders(input, owners, images, ties).find());
        input.answers().ifPresent(answers -> findings.addAll(new JdkAudit(input, answers, owners, images).find()));
        Map<AuditFinding.Key, AuditFinding> once = new LinkedHashMap<>();
        findings.stream().sorted(ORDER).forEach(finding -> once.putIfAbsent(finding.key(), finding));
        return new Audit(
                input.catalog(),
                images.stream().map(ImageModules::bite).toList(),
                new SharedNeeds(platforms)
                        .told(once.values().stream()
                                .filter(finding -> !accepted.contains(finding.key()))
                                .toList()),
                once.values().stream()
                        .filter(finding -> accepted.contains(finding.key()))
                        .toList(),
                new TreeSet<>(accepted)
                        .stream().filter(key -> !once.containsKey(key)).toList(),
                new TreeMap<>(),
                new TreeSet<>(),
                skipped(input),
                AskedJdk.NONE);
    }

    /**
     * Jars of others on the path that are in no image, whatever is asked for: no feature has them, and nothing that one has brings them. Most
     * are dependencies that are not missed; one may be looked up by a name or as a service. Linear in the path and its requires.
     */
    public static SortedSet<String> strays(AuditInput input) {
        return StrayProviders.strays(input, new Owners(input.catalog(), input.index(), input.edges()));
    }

    private static List<String> skipped(AuditInput input) {
        return Stream.concat(
                        input.index().unreadable().stream()
                                .map(unreadable -> unreadable.entry().label() + ": " + unreadable.reason()),
                        input.evidence().skipped().stream())
                .toList();
    }
}
