package io.whittle.assembler.jdks;

import io.whittle.assembler.modules.TargetJdk;
import io.whittle.assembler.modules.UnusableJdkException;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Folders that a user names. The version of such a JDK is what it is, and whether it is for the platform is for the plan to say: no
 * other takes the place of what was named.
 */
final class NamedJdks implements JdkPlace {
    private final ByPlatform folders;
    private final Path base;

    NamedJdks(ByPlatform folders, Path base) {
        this.folders = folders;
        this.base = base;
    }

    @Override
    public Look look(JdkWanted wanted) throws IOException {
        Optional<String> named = folders.on(wanted.platform());
        if (named.isEmpty()) {
            return new Look.Passed(List.of("whittle.jdk and <jdks>: name no folder for " + wanted.platform()));
        }
        try {
            return new Look.Found(TargetJdk.at(JdkFolder.in(base.resolve(named.get()))), List.of());
        } catch (UnusableJdkException unusable) {
            return new Look.Refused(unusable.getMessage());
        }
    }
}
