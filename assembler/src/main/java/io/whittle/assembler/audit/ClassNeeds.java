package io.whittle.assembler.audit;

import io.whittle.assembler.classpath.JdkUses;
import io.whittle.assembler.modules.ModuleIndex;
import io.whittle.assembler.modules.TargetJdk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Set;

/** What jars without a descriptor need of the JDK: the modules that their classes name. */
final class ClassNeeds {
    private final ModuleIndex index;
    private final JdkUses uses;

    ClassNeeds(ModuleIndex index, TargetJdk jdk) {
        this.index = index;
        this.uses = new JdkUses(jdk);
    }

    /** Modules of the JDK; none for a module with a descriptor. Linear in the size of the jar, once. */
    Set<String> ofJdk(String module) {
        return index.find(module)
                .filter(found -> found.automatic() && Files.isRegularFile(found.path()))
                .map(found -> {
                    try {
                        return uses.of(found.path()).keySet();
                    } catch (IOException gone) {
                        // It was read a moment ago, for its code.
                        throw new UncheckedIOException(gone);
                    }
                })
                .orElse(Set.of());
    }
}
