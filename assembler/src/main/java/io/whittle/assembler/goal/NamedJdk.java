package io.whittle.assembler.goal;

import io.whittle.assembler.modules.TargetJdk;
import io.whittle.assembler.modules.UnusableJdkException;

import java.nio.file.Path;
import java.util.List;

/** The JDK whose folder a user names. */
final class NamedJdk {
    private NamedJdk() {}

    /** Reads it; one that cannot be linked is a fault. */
    static TargetJdk at(Path home) throws GoalException {
        try {
            return TargetJdk.at(home);
        } catch (UnusableJdkException unusable) {
            throw new GoalException(List.of(unusable.getMessage()));
        }
    }
}
