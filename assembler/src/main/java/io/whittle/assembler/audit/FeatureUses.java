package io.whittle.assembler.audit;

import io.whittle.assembler.evidence.CodePlace;
import io.whittle.assembler.evidence.Evidence;
import io.whittle.assembler.evidence.Grade;
import io.whittle.assembler.evidence.Use;
import io.whittle.graph.catalog.Platform;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What the code of one feature uses of another's, the strongest first. */
final class FeatureUses {
    private final Owner from;
    private final String to;
    private final Owners owners;
    private final List<Way> ways = new ArrayList<>();

    /**
     * One use, and how it is that of the feature.
     *
     * @param through the module of the feature from which the code is reached; the using module itself where it is its own
     * @param use the use
     */
    record Way(String through, Use use) {}

    private FeatureUses(Owner from, String to, Owners owners) {
        this.owners = owners;
        this.from = from;
        this.to = to;
    }

    /** Between all features, by user and used. A feature's uses of base are nobody's business: base is always there. */
    static SortedMap<Owner, SortedMap<String, FeatureUses>> of(Evidence evidence, Owners owners) {
        SortedMap<Owner, SortedMap<String, FeatureUses>> all = new TreeMap<>();
        for (Use use : evidence.uses()) {
            for (Owner target : owners.declared(use.to())) {
                owners.of(use.from()).forEach((owner, through) -> {
                    if (target.feature().isPresent() && !owner.equals(target)) {
                        String name = target.name();
                        all.computeIfAbsent(owner, none -> new TreeMap<>())
                                .computeIfAbsent(name, none -> new FeatureUses(owner, name, owners))
                                .ways
                                .add(new Way(through, use));
                    }
                });
            }
        }
        all.values().forEach(uses -> uses.values().forEach(FeatureUses::sort));
        return all;
    }

    /** Needed before optional, strong before weak, code before descriptors: places in code say more. */
    private void sort() {
        ways.sort(Comparator.comparing((Way way) -> way.use().optional())
                .thenComparing(way -> way.use().grade())
                .thenComparing(way -> !way.through().equals(way.use().from()))
                .thenComparing(way -> isInDescriptor(way.use()))
                .thenComparing(way -> way.use().from())
                .thenComparing(way -> way.use().what()));
    }

    private static boolean isInDescriptor(Use use) {
        return use.what().equals("requires") || use.what().equals("opens to");
    }

    Owner from() {
        return from;
    }

    String to() {
        return to;
    }

    /** Those that count on a platform: modules of variants are not everywhere. */
    List<Way> on(Platform platform) {
        return ways.stream()
                .filter(way -> owners.counts(way.through(), platform)
                        && owners.counts(way.use().from(), platform))
                .toList();
    }

    List<Way> all() {
        return ways;
    }

    boolean isNeeded() {
        return ways.stream().anyMatch(way -> !way.use().optional());
    }

    /** The strongest grade. */
    Grade grade() {
        return ways.get(0).use().grade();
    }

    /** What is named by the strongest use, such as a class. */
    String what() {
        Use first = ways.get(0).use();
        return isInDescriptor(first) ? first.to() : first.what();
    }

    /** Every module from one of the feature's own to the used one, where libraries are between. */
    List<String> chain() {
        Way first = ways.get(0);
        return first.through().equals(first.use().from())
                ? List.of()
                : Stream.concat(
                                owners.chain(from, first.use().from()).stream(),
                                Stream.of(first.use().to()))
                        .toList();
    }

    List<CodePlace> places() {
        Set<CodePlace> places = new LinkedHashSet<>();
        ways.forEach(way -> places.addAll(way.use().places()));
        return places.stream().limit(AuditFinding.MOST_PLACES).toList();
    }

    /** Places beside those. */
    int more() {
        Set<CodePlace> places = new LinkedHashSet<>();
        ways.forEach(way -> places.addAll(way.use().places()));
        int kept = places.size() - places().size();
        return kept
                + ways.stream()
                        .mapToInt(way -> way.use().count() - way.use().places().size())
                        .sum();
    }

    /** Whether a file that people write names what is used: who reads it is not known, and so not whether he needs it. */
    boolean isNamedInFile() {
        return ways.stream()
                .anyMatch(way -> way.use().grade() == Grade.CONSTANT
                        && way.use().places().stream()
                                .anyMatch(place -> place.member().isEmpty()
                                        && place.file()
                                                .filter(place.className()::endsWith)
                                                .isPresent()));
    }

    /** The same, with some of the ways alone. */
    FeatureUses only(Set<Way> some) {
        FeatureUses fewer = new FeatureUses(from, to, owners);
        ways.stream().filter(some::contains).forEach(fewer.ways::add);
        return fewer;
    }
}
