package io.whittle.maven;

import io.whittle.assembler.goal.JdkRequest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugins.annotations.Parameter;
import org.eclipse.aether.RepositorySystem;

import javax.inject.Inject;

import java.io.File;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What goals share that look into JDKs: where those for each platform come from. */
abstract class JdkMojo extends WhittleMojo {
    /**
     * The JDK whose modules go into images: its folder, or <code>platform=folder</code>, several separated by commas, such as
     * <code>linux/arm64=/opt/jdk-17-arm64</code>. Default for the host's platform: the JDK that runs Maven.
     */
    @Parameter(property = "whittle.jdk")
    private String jdk;

    /** By platform, spelt with hyphens: the folder of its JDK, such as <code>&lt;linux-arm64&gt;/opt/jdk&lt;/linux-arm64&gt;</code>. */
    @Parameter
    private Map<String, String> jdks;

    /**
     * Archives of JDKs in Maven repositories, as <code>platform=group:artifact:type[:classifier]:version</code>, several separated by
     * commas. They are fetched and unpacked where they are needed.
     */
    @Parameter(property = "whittle.jdkArtifacts")
    private String jdkArtifact;

    /** By platform, spelt with hyphens: the coordinates of an archive with its JDK. */
    @Parameter
    private Map<String, String> jdkArtifacts;

    /** A folder into which Debian's packages of JDKs are unpacked; with several architectures, a folder below it for each. */
    @Parameter(property = "whittle.debianJdks")
    private File debianJdks;

    /** The feature version of the JDKs that are looked for, such as 17. Default: that of the JDK that runs Maven. */
    @Parameter(property = "whittle.jdkVersion")
    private String jdkVersion;

    /** The folder that keeps archives of JDKs unpacked, and what JDKs answered of themselves. Default: <code>.whittle/jdks</code> in the local repository. */
    @Parameter(property = "whittle.jdkCache")
    private File jdkCache;

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    private MavenSession session;

    @Inject
    private RepositorySystem repository;

    final MavenSession session() {
        return session;
    }

    final JdkRequest jdks() {
        return new JdkRequest(
                Optional.ofNullable(jdk),
                sorted(jdks),
                MavenToolchains.of(session),
                Optional.ofNullable(jdkArtifact),
                sorted(jdkArtifacts),
                Optional.ofNullable(debianJdks).map(File::toPath),
                Optional.ofNullable(jdkVersion),
                Path.of(System.getProperty("java.home")),
                start(),
                cache(),
                new RepositoryArchives(repository, session));
    }

    private Path cache() {
        return jdkCache != null
                ? jdkCache.toPath()
                : session.getRepositorySession()
                        .getLocalRepository()
                        .getBasedir()
                        .toPath()
                        .resolve(".whittle/jdks");
    }

    static SortedMap<String, String> sorted(Map<String, String> map) {
        return map == null ? new TreeMap<>() : new TreeMap<>(map);
    }
}
