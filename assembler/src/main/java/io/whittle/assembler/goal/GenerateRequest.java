package io.whittle.assembler.goal;

import io.whittle.assembler.generate.ConstantsClass;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What the generate goal is asked.
 *
 * @param catalog the file
 * @param profiles the name of one profile
 * @param platforms one platform, as the catalogue spells it
 * @param output the folder under which each profile has its own
 * @param packageName of the class that is made; without it none is
 * @param className its simple name
 * @param sources the source root into which it goes
 * @param resource the file that tells the features at run time
 * @param sourceRoots where uses of the class are looked for
 */
public record GenerateRequest(
        Path catalog,
        List<String> profiles,
        List<String> platforms,
        Path output,
        Optional<String> packageName,
        String className,
        Path sources,
        Path resource,
        List<Path> sourceRoots) {
    public GenerateRequest {
        profiles = List.copyOf(profiles);
        platforms = List.copyOf(platforms);
        sourceRoots = List.copyOf(sourceRoots);
    }

    Optional<ConstantsClass> constants() {
        return packageName.map(name -> new ConstantsClass(name, className));
    }
}
