package io.whittle.assembler.audit;

import io.whittle.assembler.evidence.CodePlace;
import io.whittle.assembler.evidence.Grade;
import io.whittle.graph.analysis.Severity;
import io.whittle.graph.catalog.Place;
import io.whittle.graph.edit.Addition;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Something in which the code and the catalogue do not agree, with what proves it and the edit that mends it.
 *
 * @param code what it is
 * @param feature the feature it is about; empty for base, or for a module of no feature
 * @param target what that one uses: a feature, or as the code says a service, a module of the JDK or a module
 * @param grade from what it is known; empty where nothing in the code shows it
 * @param places at most {@link #MOST_PLACES}, the strongest first
 * @param more how many places there are beside these
 * @param chain how code reaches the target: modules, features or services, the first to the last; empty where it is one step
 * @param bites images in which it bites, sorted; empty where it is about the catalogue, whatever the profile
 * @param at where in the catalogue it is to be mended
 * @param text what is wrong, a clause that names both sides
 * @param mend what to do, a clause
 * @param edit what to add to the catalogue, where adding mends it
 * @param also others of which the same is true, by name; none but where code asks the JDK by name
 */
public record AuditFinding(
        AuditCode code,
        Optional<String> feature,
        String target,
        Optional<Grade> grade,
        List<CodePlace> places,
        int more,
        List<String> chain,
        List<Bite> bites,
        Place at,
        String text,
        String mend,
        Optional<Addition> edit,
        List<Also> also) {
    /** Nobody reads more. */
    public static final int MOST_PLACES = 5;

    public AuditFinding {
        places = List.copyOf(places);
        chain = List.copyOf(chain);
        bites = bites.stream().distinct().sorted().toList();
        also = List.copyOf(also);
    }

    /** One that is true of its feature alone. */
    public AuditFinding(
            AuditCode code,
            Optional<String> feature,
            String target,
            Optional<Grade> grade,
            List<CodePlace> places,
            int more,
            List<String> chain,
            List<Bite> bites,
            Place at,
            String text,
            String mend,
            Optional<Addition> edit) {
        this(code, feature, target, grade, places, more, chain, bites, at, text, mend, edit, List.of());
    }

    /** How much it weighs. */
    public Severity severity() {
        return code.severity();
    }

    /** What tells it from others whatever the lines. */
    public Key key() {
        return new Key(code, feature, target);
    }

    /** By which it is accepted: one key for each feature of which it is true, its own first. */
    public List<Key> keys() {
        return Stream.concat(Stream.of(key()), also.stream().map(other -> new Key(code, other.feature(), target)))
                .toList();
    }

    /** All that has to be added for nobody to miss it any more, its own edit first. */
    public List<Addition> edits() {
        return Stream.concat(edit.stream(), also.stream().flatMap(other -> other.edit().stream()))
                .toList();
    }

    /** The same in these images, of these others too. */
    AuditFinding with(List<Bite> images, Collection<Also> others) {
        return new AuditFinding(
                code, feature, target, grade, places, more, chain, images, at, text, mend, edit, List.copyOf(others));
    }

    /**
     * Another of whom a finding is true.
     *
     * @param feature the feature; empty for base
     * @param edit what it needs; empty where the edit of somebody whom it brings along is enough
     */
    public record Also(Optional<String> feature, Optional<Addition> edit) {}

    /**
     * What a finding is about.
     *
     * @param code what it is
     * @param feature the feature; empty for base
     * @param target what that one uses
     */
    public record Key(AuditCode code, Optional<String> feature, String target) implements Comparable<Key> {
        private static final Comparator<Key> ORDER = Comparator.comparing(
                        (Key key) -> key.feature().orElse(""))
                .thenComparing(Key::target)
                .thenComparing(Key::code);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }
}
