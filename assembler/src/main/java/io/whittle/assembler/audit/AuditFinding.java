package io.whittle.assembler.audit;

import io.whittle.assembler.evidence.CodePlace;
import io.whittle.assembler.evidence.Grade;
import io.whittle.graph.analysis.Severity;
import io.whittle.graph.catalog.Place;
import io.whittle.graph.edit.Addition;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

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
        Optional<Addition> edit) {
    /** Nobody reads more. */
    public static final int MOST_PLACES = 5;

    public AuditFinding {
        places = List.copyOf(places);
        chain = List.copyOf(chain);
        bites = bites.stream().distinct().sorted().toList();
    }

    /** How much it weighs. */
    public Severity severity() {
        return code.severity();
    }

    /** What tells it from others whatever the lines: by this it is accepted. */
    public Key key() {
        return new Key(code, feature, target);
    }

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
