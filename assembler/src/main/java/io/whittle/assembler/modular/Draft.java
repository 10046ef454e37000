package io.whittle.assembler.modular;

import io.whittle.assembler.modules.ApplicationModule;
import io.whittle.assembler.modules.JarChange;

import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What is known of a module that is made, whatever image it is in.
 *
 * @param found the jar as it was found
 * @param facts what it tells of itself
 * @param hard modules without which it is not in an image
 * @param soft modules that it uses where they are in the image
 * @param changes what there is to say of it
 */
record Draft(
        ApplicationModule found,
        JarFacts facts,
        SortedSet<String> hard,
        SortedSet<String> soft,
        List<JarChange> changes) {
    Draft {
        hard = Collections.unmodifiableSortedSet(new TreeSet<>(hard));
        soft = Collections.unmodifiableSortedSet(new TreeSet<>(soft));
        changes = List.copyOf(changes);
    }

    String name() {
        return found.name();
    }
}
