package io.whittle.assembler.goal;

import io.whittle.assembler.jdks.ByPlatform;
import io.whittle.assembler.jdks.FeatureVersion;
import io.whittle.assembler.jdks.JdkSearch;
import io.whittle.assembler.jdks.JdkSources;
import io.whittle.assembler.jdks.JdkWanted;
import io.whittle.assembler.jdks.NoJdkException;
import io.whittle.assembler.modules.ReleaseFile;
import io.whittle.assembler.modules.TargetJdk;
import io.whittle.assembler.modules.UnusableJdkException;
import io.whittle.graph.catalog.Platform;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/** The JDKs whose modules go into images, by platform. Each is looked for once, when it is first asked for. */
final class Jdks {
    private final JdkRequest request;
    private final Progress progress;
    private final SortedMap<Platform, JdkSearch.Found> found = new TreeMap<>();
    private Optional<JdkSearch> search = Optional.empty();
    private int version;

    Jdks(JdkRequest request, Progress progress) {
        this.request = request;
        this.progress = progress;
    }

    /**
     * The JDK for a platform.
     *
     * @throws GoalException when there is none, with each place where it was looked for; or when what is asked makes no sense
     */
    TargetJdk on(Platform platform) throws GoalException, IOException, InterruptedException {
        JdkSearch.Found known = found.get(platform);
        if (known == null) {
            known = find(platform);
            found.put(platform, known);
        }
        return known.jdk();
    }

    /** Those of them for which there is a JDK; faults get what stands against the others. */
    SortedMap<Platform, TargetJdk> on(Collection<Platform> platforms, Collection<String> faults)
            throws IOException, InterruptedException {
        SortedMap<Platform, TargetJdk> jdks = new TreeMap<>();
        for (Platform platform : platforms) {
            try {
                jdks.put(platform, on(platform));
            } catch (GoalException none) {
                none.faults().stream().filter(fault -> !faults.contains(fault)).forEach(faults::add);
            }
        }
        return jdks;
    }

    /** One to read code against, whatever the platform of images: the host's, or the one that is named for all. */
    TargetJdk forReading() throws GoalException, IOException, InterruptedException {
        return on(Platform.host());
    }

    /** What tells whether a JDK that was asked for is still what it was. */
    List<Path> marks() {
        return found.values().stream()
                .flatMap(jdk -> jdk.marks().stream())
                .distinct()
                .toList();
    }

    private JdkSearch.Found find(Platform platform) throws GoalException, IOException, InterruptedException {
        JdkSearch places = search();
        try {
            return places.find(new JdkWanted(platform, version));
        } catch (NoJdkException none) {
            throw new GoalException(List.of(none.getMessage()));
        }
    }

    private JdkSearch search() throws GoalException {
        if (search.isEmpty()) {
            List<String> faults = new ArrayList<>();
            ByPlatform folders = NamedByPlatform.of(
                    "whittle.jdk", "jdks", "folder", request.named(), request.folders(), true, faults);
            ByPlatform artifacts = NamedByPlatform.of(
                    "whittle.jdkArtifacts",
                    "jdkArtifacts",
                    "coordinates",
                    request.artifactsNamed(),
                    request.artifacts(),
                    false,
                    faults);
            version = version(faults);
            if (!faults.isEmpty()) {
                throw new GoalException(faults);
            }
            search = Optional.of(new JdkSearch(new JdkSources(
                    folders,
                    request.toolchains(),
                    artifacts,
                    request.archives(),
                    request.cache(),
                    request.debian(),
                    request.running(),
                    request.base(),
                    progress::say)));
        }
        return search.get();
    }

    private int version(List<String> faults) {
        if (request.version().isPresent()) {
            OptionalInt asked = FeatureVersion.of(request.version().get());
            if (asked.isEmpty()) {
                faults.add("whittle.jdkVersion is '" + request.version().get()
                        + "', which is no version of Java.\n  Write a feature version, such as 17.");
            }
            return asked.orElse(0);
        }
        try {
            return ReleaseFile.of(request.running()).featureVersion();
        } catch (UnusableJdkException untold) {
            return Runtime.version().feature();
        }
    }
}
