package io.whittle.assembler.init;

import io.whittle.assembler.evidence.Evidence;
import io.whittle.assembler.modules.ModuleIndex;
import io.whittle.assembler.modules.TargetJdk;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a first catalogue is made of.
 *
 * @param name the project's own name; one that no catalogue may have is left out
 * @param index the modules of the project and of what it depends on
 * @param jdk the JDK that images are linked from
 * @param evidence what the code says
 * @param jdkModules by module: modules of the JDK that its code needs and no descriptor names, each with what asks for it, and where
 */
public record InitInput(
        Optional<String> name,
        ModuleIndex index,
        TargetJdk jdk,
        Evidence evidence,
        SortedMap<String, SortedMap<String, String>> jdkModules) {
    public InitInput {
        name = name.filter(text -> text.matches("[a-z][a-z0-9-]*"));
        SortedMap<String, SortedMap<String, String>> copy = new TreeMap<>();
        jdkModules.forEach(
                (module, answers) -> copy.put(module, Collections.unmodifiableSortedMap(new TreeMap<>(answers))));
        jdkModules = Collections.unmodifiableSortedMap(copy);
    }
}
