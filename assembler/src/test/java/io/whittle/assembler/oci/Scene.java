package io.whittle.assembler.oci;

import io.whittle.assembler.elf.ElfNeeds;
import io.whittle.assembler.elf.ElfWith;
import io.whittle.assembler.elf.Sysroot;
import io.whittle.assembler.pack.LayerCompression;
import io.whittle.graph.catalog.Platform;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** A system and linked images, none of them real, on disk. */
final class Scene {
    static final JsonMapper JSON = new JsonMapper();
    static final Platform AMD64 = Platform.parse("linux/amd64");
    private static final String LIBS = "lib/x86_64-linux-gnu/";

    final Path dir;
    final Path output;
    LayerCompression compression = LayerCompression.GZIP;
    boolean layout = true;
    boolean missingAllowed;
    String folder = "/opt/app";
    List<String> volumes = List.of("/tmp", "/var/lib/app");
    final SortedMap<String, ElfNeeds> packed = new TreeMap<>();
    Optional<ContainerUser> user = Optional.empty();

    Scene(Path dir) throws IOException {
        this.dir = dir;
        this.output = dir.resolve("target");
        Path root = dir.resolve("root");
        ElfWith.needs().at(root.resolve("lib64/ld-linux-x86-64.so.2"));
        ElfWith.needs().text("GLIBC_2.36").at(root.resolve(LIBS + "libc.so.6"));
        ElfWith.needs("libc.so.6").at(root.resolve(LIBS + "libX11.so.6"));
    }

    OciSettings settings() {
        return new OciSettings(
                "acme/app",
                "1.0",
                folder,
                layout,
                true,
                compression,
                new OciSettings.Run(
                        List.of("serve"),
                        new TreeMap<>(Map.of("MODE", "quiet")),
                        new TreeMap<>(Map.of("org.opencontainers.image.title", "App")),
                        user,
                        volumes,
                        List.of("8080/tcp"),
                        Optional.empty()),
                Optional.empty(),
                missingAllowed);
    }

    ContainerSource image(String profile, Platform platform, String... more) throws IOException {
        Path image = output.resolve(profile).resolve(platform.folder()).resolve("image");
        ElfWith.needs("libc.so.6").loader("/lib64/ld-linux-x86-64.so.2").at(image.resolve("bin/java"));
        ElfWith.needs("libc.so.6").at(image.resolve("lib/server/libjvm.so"));
        Files.writeString(image.resolve("lib/modules"), "modules of " + profile);
        for (String library : more) {
            ElfWith.needs(library).at(image.resolve("lib/libmore.so"));
        }
        return new ContainerSource(
                profile,
                platform,
                "4e".repeat(32),
                image,
                new TreeSet<>(List.of("bin/java", "lib/server/libjvm.so", "lib/absent.so")),
                packed,
                new TreeMap<>(),
                new TreeSet<>(List.of("b", "a")),
                "app",
                List.of("/opt/app/bin/java", "-m", "acme.app/acme.App"));
    }

    PlannedContainer plan(ContainerSource source) throws OciException, IOException {
        return ContainerPlanner.onScratch(settings(), source, new Sysroot(dir.resolve("root")));
    }

    List<ContainerImages> write(PlannedContainer... planned) throws IOException {
        SortedMap<String, List<PlannedContainer>> all = new TreeMap<>();
        for (PlannedContainer each : planned) {
            all.merge(each.source().profile(), List.of(each), (one, other) -> List.of(one.get(0), other.get(0)));
        }
        return ContainerImages.write(settings(), output.resolve("oci"), all, silent());
    }

    Path layout(String profile) {
        return output.resolve("oci").resolve(profile);
    }

    JsonNode blob(String profile, JsonNode descriptor) throws IOException {
        return JSON.readTree(
                Files.readAllBytes(blobFile(profile, descriptor.path("digest").asString())));
    }

    Path blobFile(String profile, String digest) {
        return layout(profile).resolve("blobs").resolve(digest.replace(':', '/'));
    }

    private static OciProgress silent() {
        return new OciProgress() {
            @Override
            public void begin(String image, String layer, long bytes) {}

            @Override
            public void done(long bytes) {}
        };
    }
}
