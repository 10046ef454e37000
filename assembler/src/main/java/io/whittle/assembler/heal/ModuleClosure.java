package io.whittle.assembler.heal;

import io.whittle.assembler.modules.ModuleIndex;
import io.whittle.assembler.modules.ModuleRequires;
import io.whittle.assembler.modules.TargetJdk;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.SortedSet;
import java.util.TreeSet;

/** What modules reach along {@code requires}, whoever owns it. */
final class ModuleClosure {
    private final ModuleRequires requires;
    private final TargetJdk jdk;

    ModuleClosure(ModuleIndex index, TargetJdk jdk) {
        this.requires = new ModuleRequires(index, jdk);
        this.jdk = jdk;
    }

    /** These and all they reach; what is nowhere is left out. Linear in modules and requires. */
    SortedSet<String> of(Collection<String> modules) {
        SortedSet<String> reached = new TreeSet<>();
        Deque<String> open = new ArrayDeque<>(modules);
        while (!open.isEmpty()) {
            String next = open.pop();
            if (requires.has(next) && reached.add(next)) {
                open.addAll(requires.of(next));
            }
        }
        return reached;
    }

    /** The modules of the JDK among those that these reach. */
    SortedSet<String> jdkModules(Collection<String> modules) {
        SortedSet<String> reached = of(modules);
        reached.retainAll(jdk.modules().keySet());
        return reached;
    }
}
