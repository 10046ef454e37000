package io.whittle.assembler.goal;

import io.whittle.assembler.evidence.Evidence;
import io.whittle.assembler.modular.ModularPath;
import io.whittle.assembler.modules.ModuleIndex;
import io.whittle.assembler.modules.TargetJdk;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** What the code of a module path says; what each jar said before is kept below the output folder. */
final class Code {
    private Code() {}

    static Evidence read(ModuleIndex index, TargetJdk jdk, Path output) throws GoalException, IOException {
        OutputPlace.holdKept(output);
        return Evidence.of(index, jdk.modules().values(), Optional.of(output.resolve(ModularPath.EVIDENCE)));
    }
}
