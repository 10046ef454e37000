package io.whittle.assembler.audit;

import io.whittle.graph.catalog.Platform;
import io.whittle.graph.edit.Addition;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What code of a library asks of the JDK is missed by every feature that reaches the library. It is told once: of the feature that the others
 * bring along, where adding the module mends it for all of them; or else, where it is known from the same places, of the first by name.
 */
final class SharedNeeds {
    private final List<DeclaredOn> platforms;

    /** On platforms of images. */
    SharedNeeds(List<DeclaredOn> platforms) {
        this.platforms = List.copyOf(platforms);
    }

    /** Findings with those of one module of the JDK as few; others as they are. Cubic in the features that miss the same module. */
    List<AuditFinding> told(List<AuditFinding> findings) {
        Map<String, List<AuditFinding>> needs = findings.stream()
                .filter(SharedNeeds::isNeed)
                .collect(Collectors.groupingBy(AuditFinding::target, LinkedHashMap::new, Collectors.toList()));
        List<AuditFinding> told = new ArrayList<>();
        for (AuditFinding finding : findings) {
            if (finding.code() == AuditCode.OPTIONAL_JDK_MODULE) {
                firstOfSamePlaces(finding, findings).ifPresent(told::add);
            } else if (!isNeed(finding)) {
                told.add(finding);
            } else if (needs.get(finding.target()).get(0) == finding) {
                told.addAll(few(needs.get(finding.target())));
            }
        }
        return told;
    }

    /** What nobody has to add is told of the first by name, with all who miss it at the same places; nothing where another is the first. */
    private static Optional<AuditFinding> firstOfSamePlaces(AuditFinding finding, List<AuditFinding> findings) {
        List<AuditFinding> same = findings.stream()
                .filter(other -> other.code() == finding.code()
                        && other.target().equals(finding.target())
                        && other.places().equals(finding.places())
                        && other.more() == finding.more())
                .toList();
        if (same.get(0) != finding) {
            return Optional.empty();
        }
        Group group = new Group(finding);
        same.forEach(other -> group.add(other, Optional.empty()));
        return Optional.of(group.told());
    }

    private static boolean isNeed(AuditFinding finding) {
        return finding.code() == AuditCode.MISSING_JDK_MODULE;
    }

    private List<AuditFinding> few(List<AuditFinding> needs) {
        List<AuditFinding> mending = needs.stream()
                .filter(need -> needs.stream().noneMatch(other -> isBefore(other, need)))
                .toList();
        Map<List<Object>, Group> groups = new LinkedHashMap<>();
        mending.forEach(need -> groups.computeIfAbsent(List.of(need.places(), need.more()), none -> new Group(need))
                .add(need, need.edit()));
        for (AuditFinding need : needs) {
            if (!mending.contains(need)) {
                groups.values().stream()
                        .filter(group -> group.mending.stream().anyMatch(other -> brings(need, other)))
                        .findFirst()
                        // On some platform what is before it is mended by one that this does not bring: it is told by
                        // itself.
                        .ifPresentOrElse(
                                group -> group.add(need, Optional.empty()),
                                () -> groups.computeIfAbsent(List.of(need), none -> new Group(need))
                                        .add(need, need.edit()));
            }
        }
        return groups.values().stream().map(Group::told).toList();
    }

    /** Whether one mends another, and is told in its stead; of two that bring each other the first is. */
    private boolean isBefore(AuditFinding one, AuditFinding other) {
        return one != other
                && brings(other, one)
                && (!brings(one, other) || one.key().compareTo(other.key()) < 0);
    }

    /** Whether one is in no image in which it bites without the other, which is as much as being mended by it. */
    private boolean brings(AuditFinding one, AuditFinding other) {
        Set<Platform> bitten = one.bites().stream().map(Bite::platform).collect(Collectors.toSet());
        return other.feature().isEmpty()
                || platforms.stream()
                        .filter(declared -> bitten.contains(declared.platform()))
                        .allMatch(declared -> declared.brings(
                                new Owner(one.feature()), other.feature().get()));
    }

    private static final class Group {
        private final AuditFinding first;
        private final List<AuditFinding> mending = new ArrayList<>();
        private final List<Bite> bites = new ArrayList<>();
        private final List<AuditFinding.Also> also = new ArrayList<>();

        Group(AuditFinding first) {
            this.first = first;
        }

        void add(AuditFinding need, Optional<Addition> edit) {
            bites.addAll(need.bites());
            if (edit.isPresent()) {
                mending.add(need);
            }
            if (need != first) {
                also.add(new AuditFinding.Also(need.feature(), edit));
            }
        }

        AuditFinding told() {
            also.sort((one, other) -> new Owner(one.feature()).compareTo(new Owner(other.feature())));
            return first.with(bites, also);
        }
    }
}
