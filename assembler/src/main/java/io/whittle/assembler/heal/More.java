package io.whittle.assembler.heal;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Features that an image may lack.
 *
 * @param name what people call them together, such as {@code profile full}
 * @param features names of the catalogue
 */
public record More(String name, SortedSet<String> features) {
    public More {
        features = Collections.unmodifiableSortedSet(new TreeSet<>(features));
    }
}
