package io.whittle.assembler.audit;

import io.whittle.assembler.evidence.Grade;
import io.whittle.graph.catalog.Edge;
import io.whittle.graph.catalog.Platform;
import io.whittle.graph.catalog.PlatformCondition;
import io.whittle.graph.edit.Addition;
import io.whittle.graph.resolve.Ownership;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/** Holds the uses between features against what is declared to be required. */
final class RequirementAudit {
    private final Owners owners;
    private final Declarations declarations;
    private final List<DeclaredOn> platforms;
    private final List<ImageModules> images;
    private final SortedMap<Owner, SortedMap<String, FeatureUses>> uses;
    private final List<AuditFinding> findings = new ArrayList<>();

    RequirementAudit(
            Owners owners,
            Declarations declarations,
            List<DeclaredOn> platforms,
            List<ImageModules> images,
            SortedMap<Owner, SortedMap<String, FeatureUses>> uses) {
        this.owners = owners;
        this.declarations = declarations;
        this.platforms = platforms;
        this.images = images;
        this.uses = uses;
    }

    List<AuditFinding> find() {
        uses.values().forEach(byTarget -> byTarget.values().forEach(this::hold));
        return findings;
    }

    private void hold(FeatureUses pair) {
        List<Platform> undeclared = new ArrayList<>();
        List<Platform> indirect = new ArrayList<>();
        List<Platform> unavailable = new ArrayList<>();
        Set<FeatureUses.Way> failing = new LinkedHashSet<>();
        boolean optional = false;
        for (DeclaredOn declared : platforms) {
            List<FeatureUses.Way> ways = pair.on(declared.platform());
            if (ways.isEmpty() || !declared.isAvailable(pair.from())) {
                continue;
            }
            List<FeatureUses.Way> needed = ways.stream()
                    .filter(way -> !way.use().optional() && !isBorne(pair, way))
                    .toList();
            if (needed.isEmpty()) {
                optional |= !declared.brings(pair.from(), pair.to()) && !declared.needsFrom(pair.from(), pair.to());
            } else if (needed.stream().anyMatch(way -> isMissing(way, declared))) {
                unavailable.add(declared.platform());
            } else if (!declared.brings(pair.from(), pair.to())) {
                undeclared.add(declared.platform());
                failing.addAll(needed);
            } else if (!declared.names(pair.from(), pair.to())) {
                indirect.add(declared.platform());
            }
        }
        if (!unavailable.isEmpty()) {
            findings.add(unavailable(pair, unavailable));
        }
        if (!undeclared.isEmpty()) {
            findings.add(undeclared(pair.only(failing), undeclared));
        } else if (!indirect.isEmpty()) {
            findings.add(indirect(pair, indirect.get(0)));
        }
        boolean isTold = declarations.bearsAbsence(pair.from(), pair.to())
                || pair.all().stream().allMatch(way -> way.use().what().equals("opens to"));
        if (optional && unavailable.isEmpty() && undeclared.isEmpty() && !isTold) {
            findings.add(optionalUse(pair));
        }
    }

    /** The word of a descriptor cannot be borne: without the required module not even the JVM starts. */
    private boolean isBorne(FeatureUses pair, FeatureUses.Way way) {
        return declarations.bearsAbsence(pair.from(), pair.to())
                && !way.use().what().equals("requires");
    }

    private boolean isMissing(FeatureUses.Way way, DeclaredOn declared) {
        return owners.declared(way.use().to()).stream().noneMatch(declared::isAvailable)
                || !owners.counts(way.use().to(), declared.platform());
    }

    private AuditFinding undeclared(FeatureUses pair, List<Platform> on) {
        List<Bite> bites = images.stream()
                .filter(image -> on.contains(image.resolution().platform())
                        && image.holds(pair.from())
                        && !image.holds(Owner.of(pair.to())))
                .map(ImageModules::bite)
                .toList();
        String entry = entry(pair);
        boolean movable = pair.from().feature().isPresent() || pair.grade() != Grade.BYTECODE;
        Optional<Edge> narrow = narrow(pair);
        String mend = narrow.isPresent()
                ? widen(pair, narrow.get())
                : movable
                        ? "add " + entry + " to 'requires' of " + pair.from().name()
                        : "base is in every image and must stand without features: move " + module(pair)
                                + " to base.modules, or let base find it as a service";
        return finding(
                AuditCode.UNDECLARED_REQUIREMENT,
                pair,
                bites,
                pair.from().name() + " uses " + pair.to() + " (" + pair.what() + "), but does not require it",
                mend,
                movable && narrow.isEmpty()
                        ? Optional.of(new Addition(
                                pair.from().feature(), Addition.Key.REQUIRES, entry, Optional.of(because(pair))))
                        : Optional.empty());
    }

    /** The entry that stands there already and does not hold where it is needed: nothing beside it can be added. */
    private Optional<Edge> narrow(FeatureUses pair) {
        return declarations.own(pair.from()).stream()
                .filter(edge -> edge.target().text().equals(pair.to()))
                .findFirst();
    }

    private String widen(FeatureUses pair, Edge edge) {
        String what = pair.to() + " under 'requires' of " + pair.from().name() + " in line "
                + edge.target().place().line() + " holds only where " + edge.when() + ": ";
        return where(pair)
                .map(when ->
                        what + "widen that to 'when: " + new PlatformCondition.Or(List.of(edge.when(), when)) + "'")
                .orElse(what + "write " + pair.to() + " there without 'when'");
    }

    private AuditFinding indirect(FeatureUses pair, Platform platform) {
        String through = platforms.stream()
                .filter(declared -> declared.platform().equals(platform))
                .map(declared -> declared.bringer(pair.from(), pair.to()))
                .findFirst()
                .orElseThrow();
        return finding(
                AuditCode.INDIRECT_REQUIREMENT,
                pair,
                List.of(),
                pair.from().name() + " uses " + pair.to() + " (" + pair.what()
                        + ") and does not require it itself; it is in only since " + through + " requires it",
                "add " + pair.to() + " to 'requires' of " + pair.from().name()
                        + ", so that it stays when the other no longer does",
                Optional.of(new Addition(
                        pair.from().feature(), Addition.Key.REQUIRES, entry(pair), Optional.of(because(pair)))));
    }

    private AuditFinding unavailable(FeatureUses pair, List<Platform> on) {
        List<Bite> bites = images.stream()
                .filter(image -> on.contains(image.resolution().platform()) && image.holds(pair.from()))
                .map(ImageModules::bite)
                .toList();
        List<String> names = on.stream().map(Platform::toString).toList();
        return finding(
                AuditCode.UNAVAILABLE_USE,
                pair,
                bites,
                pair.from().name() + " uses " + pair.to() + " (" + pair.what() + "), which is not available on "
                        + String.join(", ", names),
                "say under 'platforms' of " + pair.from().name()
                        + " that it is not available there either, or move that" + " code into a variant",
                Optional.empty());
    }

    private AuditFinding optionalUse(FeatureUses pair) {
        boolean hasFeature = pair.from().feature().isPresent();
        return finding(
                AuditCode.UNDECLARED_OPTIONAL_USE,
                pair,
                List.of(),
                pair.from().name() + " uses " + pair.to() + " (" + pair.what()
                        + ") where it is there, and does not say so",
                hasFeature
                        ? "add " + pair.to() + " to 'ifPresent' of "
                                + pair.from().name()
                        : "nothing, if base works without; else make what it uses part of base",
                hasFeature
                        ? Optional.of(new Addition(
                                pair.from().feature(), Addition.Key.IF_PRESENT, pair.to(), Optional.of(because(pair))))
                        : Optional.empty());
    }

    private AuditFinding finding(
            AuditCode code, FeatureUses pair, List<Bite> bites, String text, String mend, Optional<Addition> edit) {
        return new AuditFinding(
                code,
                pair.from().feature(),
                pair.to(),
                Optional.of(pair.grade()),
                pair.places(),
                pair.more(),
                pair.chain(),
                bites,
                declarations.place(pair.from()),
                text,
                mend,
                edit);
    }

    private String entry(FeatureUses pair) {
        return where(pair)
                .map(when -> "{feature: " + pair.to() + ", when: " + when + "}")
                .orElse(pair.to());
    }

    /** Where all of the code that uses it stands in variants, the requirement is needed only there. */
    private Optional<PlatformCondition> where(FeatureUses pair) {
        List<List<Ownership.ByVariant>> variants = pair.all().stream()
                .map(way -> owners.variants(way.through()))
                .distinct()
                .toList();
        if (variants.stream().anyMatch(List::isEmpty)) {
            return Optional.empty();
        }
        List<PlatformCondition> whens = variants.stream()
                .flatMap(List::stream)
                .map(Ownership.ByVariant::when)
                .distinct()
                .toList();
        return Optional.of(whens.size() == 1 ? whens.get(0) : new PlatformCondition.Or(whens));
    }

    private static String because(FeatureUses pair) {
        return pair.grade().word() + ": " + pair.places().get(0);
    }

    private static String module(FeatureUses pair) {
        return pair.all().get(0).use().to();
    }
}
