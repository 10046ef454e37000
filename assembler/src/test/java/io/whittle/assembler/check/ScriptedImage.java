package io.whittle.assembler.check;

import io.whittle.assembler.plan.LaunchPath;
import io.whittle.graph.catalog.CatalogException;
import io.whittle.graph.catalog.CatalogReader;
import io.whittle.graph.catalog.FeatureCatalog;
import io.whittle.graph.catalog.Platform;
import io.whittle.graph.resolve.CheckScope;
import io.whittle.graph.resolve.Request;
import io.whittle.graph.resolve.Resolver;
import io.whittle.graph.resolve.UnresolvableException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;

/** An image whose programs are shell scripts, so that each test says what its processes do. */
final class ScriptedImage {
    final Path dir;
    final Path image;
    final Path work;
    private List<String> runner = List.of();
    private Optional<TestProgram> tests = Optional.empty();
    private Platform platform = Platform.host();

    ScriptedImage(Path dir) throws IOException {
        this.dir = dir.toRealPath();
        this.image = this.dir.resolve("an image");
        this.work = this.dir.resolve("checks");
        program("java", "exit 99");
    }

    ScriptedImage program(String name, String script) throws IOException {
        Path file = Files.createDirectories(image.resolve("bin")).resolve(name);
        Files.writeString(file, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        return this;
    }

    ScriptedImage runner(String... words) {
        runner = List.of(words);
        return this;
    }

    ScriptedImage tests(TestProgram program) {
        tests = Optional.of(program);
        return this;
    }

    ScriptedImage platform(String text) {
        platform = Platform.parse(text);
        return this;
    }

    CheckRequest request(String checks) {
        try {
            String text = """
                    schema: 1
                    image:
                      launchers:
                        app: {module: acme.app, main: acme.app.Main, jvm: [-Xmx64m], args: [--quiet]}
                    features:
                      on: {checks: [c]}
                      bare: {}
                      off: {checks: [gone]}
                    profiles:
                      full: {include: [on, bare]}
                      other: {include: [on], image: {launchers: {nproc: {module: acme.app, main: acme.app.Main}}}}
                    checks:
                      gone: {run: [app]}
                    """ + checks.indent(2);
            FeatureCatalog catalog =
                    CatalogReader.read(dir.resolve("feature-tags.yaml"), text).catalog();
            CheckScope scope = CheckScope.of(catalog, Resolver.resolve(catalog, new Request("full", platform)));
            return new CheckRequest(
                    image,
                    "full",
                    platform,
                    scope,
                    catalog,
                    catalog.image().launchers().values().stream().toList(),
                    new LaunchPath(List.of("acme.app"), List.of()),
                    work,
                    runner,
                    tests,
                    2);
        } catch (CatalogException | UnresolvableException wrong) {
            throw new AssertionError(wrong.getMessage(), wrong);
        }
    }

    CheckResults all(String checks) throws IOException, InterruptedException {
        return CheckRun.all(request(checks), CheckListener.silent());
    }

    /** The result of the check that is called {@code c}. */
    CheckResult run(String checks) throws IOException, InterruptedException {
        return all(checks).checks().stream()
                .filter(check -> check.name().equals("c"))
                .findFirst()
                .orElseThrow();
    }
}
