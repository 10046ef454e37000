package io.whittle.assembler.goal;

import io.whittle.assembler.modules.JarEdges;
import io.whittle.assembler.modules.PathEntry;
import io.whittle.assembler.testing.TestJdk;
import io.whittle.graph.catalog.Platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import static io.whittle.assembler.testing.TestModule.module;

/** A small project on disk, and requests for its images. */
final class Project {
    static final String CATALOG = """
            schema: 1
            features:
              app: {modules: [acme.app]}
              words: {modules: [acme.words]}
            image: {launchers: {app: {module: acme.app, main: acme.app.Main}}}
            profiles:
              small: {include: [app]}
              full: {include: all}
            """;

    final Path catalog;
    final Path output;
    final Path tool;
    final List<PathEntry> path;

    Project(Path folder) throws IOException {
        this(
                folder,
                CATALOG,
                List.of(
                        module("acme.app")
                                .main("acme.app.Main", "System.out.println(1);")
                                .jar(folder),
                        module("acme.words").pkg("acme.words").jar(folder)));
    }

    Project(Path folder, String catalog, List<PathEntry> path) throws IOException {
        this.catalog = Files.writeString(folder.resolve("feature-tags.yaml"), catalog);
        this.output = folder.resolve("target/whittle");
        this.tool = Files.writeString(folder.resolve("tool.jar"), "version 1");
        this.path = List.copyOf(path);
    }

    LinkRequest link(String... profiles) {
        return link(TestJdk.home(), List.of(host()), profiles);
    }

    LinkRequest link(Path jdk, List<String> platforms, String... profiles) {
        return link(jdk, platforms, lockUse(), profiles);
    }

    LinkRequest link(JdkRequest jdks, List<String> platforms, String... profiles) {
        return link(jdks, platforms, lockUse(), profiles);
    }

    LinkRequest link(LockUse lock, String... profiles) {
        return link(TestJdk.home(), List.of(host()), lock, profiles);
    }

    private LinkRequest link(Path jdk, List<String> platforms, LockUse lock, String... profiles) {
        return link(JdkAt.folder(jdk), platforms, lock, profiles);
    }

    private LinkRequest link(JdkRequest jdks, List<String> platforms, LockUse lock, String... profiles) {
        return new LinkRequest(
                "test:project",
                catalog,
                List.of(profiles),
                platforms,
                path,
                JarEdges.UNKNOWN,
                jdks,
                output,
                false,
                lock,
                "test:whittle:1",
                List.of(tool));
    }

    static LockUse lockUse() {
        return new LockUse(Optional.empty(), true, "1", "mvn package whittle:lock");
    }

    ResolveRequest resolve(List<String> platforms, String... profiles) {
        return new ResolveRequest(catalog, List.of(profiles), platforms, output, "closure");
    }

    Path lock() {
        return catalog.resolveSibling("whittle.lock");
    }

    Path image(String profile) {
        return output.resolve(profile).resolve(Platform.parse(host()).folder()).resolve("image");
    }

    static String host() {
        return Platform.host().toString();
    }
}
