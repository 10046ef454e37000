package io.whittle.assembler.modular;

import java.util.Map;
import java.util.Optional;

/** Different classes of one name, which cannot be in one module. */
final class Clash {
    private Clash() {}

    /** The path of the first such class in two jars. Linear in the smaller one. */
    static Optional<String> between(JarFacts one, JarFacts other) {
        if (one.classes().size() > other.classes().size()) {
            return between(other, one);
        }
        return one.classes().entrySet().stream()
                .filter(each -> !each.getValue().equals(other.classes().getOrDefault(each.getKey(), each.getValue())))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
