package io.whittle.assembler.evidence;

import io.whittle.assembler.jdkneeds.JdkAsk;
import io.whittle.assembler.modules.TargetJdk;

import java.lang.module.ModuleDescriptor;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Something that the code of a module asks of the JDK by a name that no descriptor shows.
 *
 * @param module the module
 * @param ask what is asked
 * @param place where
 * @param optional whether the code goes on where nothing answers
 * @param guards modules and classes for which the method tests: where it tests for who answers, it goes on without
 */
public record AskedByModule(String module, JdkAsk ask, CodePlace place, boolean optional, List<String> guards) {
    public AskedByModule {
        guards = List.copyOf(guards);
    }

    /**
     * Whether the code goes on where a module is not there: where nothing answers at all, or because the method tests for that module or a
     * class of it.
     */
    public boolean goesOnWithout(String jdkModule, TargetJdk jdk) {
        Set<String> packages = Optional.ofNullable(jdk.modules().get(jdkModule))
                .map(ModuleDescriptor::packages)
                .orElse(Set.of());
        return optional
                || guards.stream()
                        .anyMatch(guard -> guard.equals(jdkModule)
                                || packages.contains(guard.substring(0, Math.max(0, guard.lastIndexOf('.')))));
    }
}
