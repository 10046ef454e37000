package io.whittle.assembler.jdks;

import io.whittle.assembler.modules.JdkFiles;
import io.whittle.assembler.modules.ReleaseFile;
import io.whittle.assembler.modules.TargetJdk;
import io.whittle.assembler.modules.UnusableJdkException;
import io.whittle.assembler.plan.JdkPlatform;
import io.whittle.graph.catalog.Platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Whether a JDK that was come upon is the one that is wanted. */
final class Fitting {
    private Fitting() {}

    /**
     * Looks at a folder, the cheap signs first.
     *
     * @param place what a user knows the folder by
     */
    static Look look(String place, Path folder, JdkWanted wanted) throws IOException {
        if (!Files.isDirectory(folder)) {
            return passed(place, "there is no such folder");
        }
        return look(place, JdkFiles.in(JdkFolder.in(folder)), wanted);
    }

    /** The same for one whose parts are known. */
    static Look look(String place, JdkFiles files, JdkWanted wanted) throws IOException {
        try {
            ReleaseFile release = ReleaseFile.of(files);
            if (release.featureVersion() != wanted.featureVersion()) {
                return passed(place, "is of Java " + release.version());
            }
            TargetJdk jdk = TargetJdk.at(files);
            if (jdk.jmods().isEmpty() && !wanted.platform().equals(Platform.host())) {
                return passed(place, "has no jmods, so it links on a machine of its own alone");
            }
            Optional<String> unfit = JdkPlatform.unfit(jdk, wanted.platform());
            return unfit.isPresent() ? passed(place, unfit.get()) : new Look.Found(jdk, List.of());
        } catch (UnusableJdkException unusable) {
            return passed(place, unusable.why());
        }
    }

    private static Look passed(String place, String why) {
        return new Look.Passed(List.of(place + ": " + why));
    }
}
