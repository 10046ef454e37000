package io.whittle.assembler.modular;

import io.whittle.assembler.modules.ApplicationModule;
import io.whittle.assembler.modules.JarChange;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is known of a module that is made.
 *
 * @param found the jar as it was found
 * @param facts what it tells of itself, and others with it that it holds
 * @param hard modules without which it is not in an image
 * @param soft modules that it uses where they are in the image
 * @param held jars whose files it has besides its own
 * @param dropped packages of it that are left out, since they are the JDK's
 * @param changes what there is to say of it
 */
record Draft(
        ApplicationModule found,
        JarFacts facts,
        SortedSet<String> hard,
        SortedSet<String> soft,
        List<Draft> held,
        SortedSet<String> dropped,
        List<JarChange> changes) {
    Draft {
        hard = Collections.unmodifiableSortedSet(new TreeSet<>(hard));
        soft = Collections.unmodifiableSortedSet(new TreeSet<>(soft));
        held = List.copyOf(held);
        dropped = Collections.unmodifiableSortedSet(new TreeSet<>(dropped));
        changes = List.copyOf(changes);
    }

    String name() {
        return found.name();
    }

    /** It and those it holds. */
    List<Draft> all() {
        return Stream.concat(Stream.of(this), held.stream()).toList();
    }

    Draft withoutSoft(SortedSet<String> gone) {
        SortedSet<String> left = new TreeSet<>(soft);
        left.removeAll(gone);
        return new Draft(found, facts, hard, left, held, dropped, changes);
    }

    /** With the files of others in it. */
    Draft holding(List<Draft> others) {
        SortedSet<String> names = new TreeSet<>(
                Stream.concat(Stream.of(this), others.stream()).map(Draft::name).toList());
        SortedSet<String> required = new TreeSet<>(hard);
        SortedSet<String> optional = new TreeSet<>(soft);
        SortedSet<String> gone = new TreeSet<>(dropped);
        for (Draft other : others) {
            required.addAll(other.hard());
            optional.addAll(other.soft());
            gone.addAll(other.dropped());
        }
        required.removeAll(names);
        optional.removeAll(names);
        optional.removeAll(required);
        List<JarChange> told = new ArrayList<>(changes);
        told.add(new JarChange(
                JarChange.Kind.PACKAGES_MERGED,
                "it also holds what is in "
                        + others.stream()
                                .map(other -> other.name() + " ("
                                        + other.found().entry().label() + ")")
                                .collect(Collectors.joining(", "))));
        List<JarFacts> all = new ArrayList<>(List.of(facts));
        others.forEach(other -> all.add(other.facts()));
        return new Draft(found, JarFacts.joined(all), required, optional, others, gone, told);
    }

    /** What is other in one whose files another holds. */
    List<JarChange> mergedInto(Draft holder) {
        List<JarChange> told = new ArrayList<>(changes);
        told.add(new JarChange(
                JarChange.Kind.PACKAGES_MERGED,
                "what it holds is in " + holder.name() + " ("
                        + holder.found().entry().label() + "), which it requires"));
        return told;
    }
}
