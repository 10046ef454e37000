package io.whittle.assembler.jdks;

import io.whittle.assembler.modules.TargetJdk;
import io.whittle.assembler.modules.UnusableJdkException;
import io.whittle.assembler.pack.UnpackException;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Archives with coordinates that a user names for platforms. As with folders, no other JDK takes the place of what was named. */
final class ArchivedJdks implements JdkPlace {
    private final JdkSources sources;

    ArchivedJdks(JdkSources sources) {
        this.sources = sources;
    }

    @Override
    public Look look(JdkWanted wanted) throws IOException, InterruptedException {
        Optional<String> named = sources.artifacts().on(wanted.platform());
        if (named.isEmpty()) {
            return new Look.Passed(
                    List.of("whittle.jdkArtifacts and <jdkArtifacts>: name none for " + wanted.platform()));
        }
        String what = "The JDK for " + wanted.platform() + " is " + named.get() + " (whittle.jdkArtifacts)";
        Path archive;
        try {
            archive = sources.archives().fetch(named.get());
        } catch (IOException missing) {
            return new Look.Refused(what + ", which cannot be had: " + missing.getMessage()
                    + "\n  Write coordinates as group:artifact:type[:classifier]:version, such as"
                    + " com.example:jdk:tar.gz:linux-arm64:17.0.15, and put the archive into a repository of the project"
                    + " (mvn deploy:deploy-file, or mvn install:install-file for this machine alone).");
        }
        try {
            JdkCache.Unpacked unpacked = new JdkCache(sources.cache(), sources.say()).unpacked(archive);
            return new Look.Found(
                    TargetJdk.at(JdkFolder.in(unpacked.folder())),
                    List.of(archive, unpacked.manifest(), unpacked.folder()));
        } catch (UnpackException refused) {
            return new Look.Refused(what + ".\n  " + refused.getMessage());
        } catch (UnusableJdkException unusable) {
            return new Look.Refused(what + ", and what is in that archive cannot be linked: " + unusable.why()
                    + ".\n  Name an archive of a full JDK with jmods.");
        }
    }
}
