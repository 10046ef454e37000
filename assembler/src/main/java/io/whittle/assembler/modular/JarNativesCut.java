package io.whittle.assembler.modular;

import io.whittle.assembler.modules.JarChange;
import io.whittle.assembler.natives.LaidNatives;

import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What an image leaves of the native files of a jar.
 *
 * @param out paths of those that are not in the jar any more
 * @param laid those of them that lie in the image's {@code lib/}
 * @param changes what there is to say of it; none where nothing is cut
 */
record JarNativesCut(SortedSet<String> out, LaidNatives laid, List<JarChange> changes) {
    /** All stays where it is. */
    static final JarNativesCut NOTHING = new JarNativesCut(new TreeSet<>(), LaidNatives.NONE, List.of());

    JarNativesCut {
        out = Collections.unmodifiableSortedSet(new TreeSet<>(out));
        changes = List.copyOf(changes);
    }
}
