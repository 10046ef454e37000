package io.whittle.assembler.audit;

import java.util.Comparator;
import java.util.Optional;

/**
 * To whom code belongs.
 *
 * @param feature the feature; empty for base
 */
record Owner(Optional<String> feature) implements Comparable<Owner> {
    static final Owner BASE = new Owner(Optional.empty());

    static Owner of(String feature) {
        return new Owner(Optional.of(feature));
    }

    /** The feature's name, or {@code base}. */
    String name() {
        return feature.orElse("base");
    }

    @Override
    public int compareTo(Owner other) {
        return Comparator.comparing((Owner owner) -> owner.feature().orElse("")).compare(this, other);
    }
}
