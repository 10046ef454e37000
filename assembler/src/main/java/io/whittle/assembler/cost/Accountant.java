package io.whittle.assembler.cost;

import io.whittle.assembler.jimage.JimageShares;
import io.whittle.assembler.modules.ModuleFiles;
import io.whittle.assembler.modules.TargetJdk;
import io.whittle.assembler.pack.ArchiveFormat;
import io.whittle.assembler.pack.CompressedSize;
import io.whittle.assembler.plan.ImagePlan;
import io.whittle.assembler.plan.PlannedJar;
import io.whittle.assembler.plan.PlannedModule;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Measures an image that was linked, part by part. */
final class Accountant {
    private static final String MODULES = "lib/modules";

    /** What the record of a file takes in an archive, beside its content. */
    private static final int ENTRY = 60;

    /** The file of an image by which compilers read it, which is there for these alone. */
    private static final String READER_OF_IMAGES = "lib/jrt-fs.jar";

    private static final List<String> DEVELOPERS = List.of("jdk.compiler", "jdk.jlink");

    private final Path image;
    private final ImagePlan plan;
    private final TargetJdk jdk;
    private final ArchiveFormat format;
    private final Accounting known;
    private final SortedMap<String, Long> files = new TreeMap<>();

    /**
     * Of an image.
     *
     * @param known what was measured before: a part of it is not compressed again
     */
    Accountant(Path image, ImagePlan plan, TargetJdk jdk, ArchiveFormat format, Accounting known) {
        this.image = image;
        this.plan = plan;
        this.jdk = jdk;
        this.format = format;
        this.known = known;
    }

    private record Part(String key, String name, List<String> files, Optional<JimageShares.Share> share) {}

    /** Measures it. Compresses all of it, on all processors: seconds. */
    Accounting measure() throws IOException {
        walk();
        long total = files.values().stream().mapToLong(Long::longValue).sum();
        files.remove(MODULES);
        JimageShares shares = JimageShares.of(image.resolve(MODULES));
        List<Part> parts = parts(shares);
        Weight generated = new Weight(
                shares.generated().stored() + shares.generated().indexed(),
                compressed(List.of(), Optional.of(shares.generated())));
        long descriptors = shares.byModule().values().stream()
                .mapToLong(JimageShares.Share::descriptor)
                .sum();
        double packing = (double) CompressedSize.of(
                        format,
                        out -> FilePart.copy(image.resolve(MODULES), new JimageShares.Range(0, shares.head()), out))
                / shares.head();
        SortedMap<String, Weight> weights = new TreeMap<>();
        long indexed = 0;
        long bytes = 0;
        Map<String, Long> packed = packed(parts);
        for (Part part : parts) {
            long size = part.files().stream().mapToLong(files::get).sum();
            boolean isKnown = known.parts().containsKey(part.key());
            long small = packed.get(part.key());
            if (part.share().isPresent()) {
                JimageShares.Share share = part.share().get();
                double portion = (double) share.descriptor() / descriptors;
                size += share.stored() + share.indexed() + Math.round(generated.bytes() * portion);
                // Its name in the list of the file "release".
                size += part.name().length() + 1;
                small += isKnown ? 0 : Math.round(share.indexed() * packing + generated.archive() * portion);
                indexed += share.indexed();
            }
            bytes += size;
            weights.put(part.key(), new Weight(size, small));
        }
        List<String> others = new ArrayList<>(files.keySet());
        parts.forEach(part -> others.removeAll(part.files()));
        long rest = Math.max(0, Math.round((shares.head() - indexed) * packing));
        return new Accounting(new Weight(total - bytes, compressed(others, Optional.empty()) + rest), weights);
    }

    private Map<String, Long> packed(List<Part> parts) throws IOException {
        try {
            return parts.parallelStream().collect(Collectors.toMap(Part::key, this::packed));
        } catch (UncheckedIOException broken) {
            throw broken.getCause();
        }
    }

    private long packed(Part part) {
        Weight before = known.parts().get(part.key());
        if (before != null) {
            return before.archive();
        }
        try {
            return compressed(part.files(), part.share());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private long compressed(List<String> names, Optional<JimageShares.Share> share) throws IOException {
        if (names.isEmpty() && share.isEmpty()) {
            return 0;
        }
        return (long) ENTRY * names.size()
                + CompressedSize.of(format, out -> {
                    for (JimageShares.Range range :
                            share.map(JimageShares.Share::ranges).orElse(List.of())) {
                        FilePart.copy(image.resolve(MODULES), range, out);
                    }
                    for (String name : names) {
                        Files.copy(image.resolve(name), out);
                    }
                });
    }

    private List<Part> parts(JimageShares shares) throws IOException {
        List<Part> parts = new ArrayList<>();
        for (PlannedModule module : plan.modules().values()) {
            parts.add(new Part(
                    Accounting.key(module),
                    module.name(),
                    files(module),
                    Optional.ofNullable(shares.byModule().get(module.name()))));
        }
        for (PlannedJar jar : plan.classPath()) {
            List<String> names = new ArrayList<>(List.of(jar.inImage()));
            jar.copy().ifPresent(copy -> names.addAll(laid(copy)));
            names.retainAll(files.keySet());
            parts.add(new Part(Accounting.key(jar), jar.artifact(), names, Optional.empty()));
        }
        return parts;
    }

    private List<String> files(PlannedModule module) throws IOException {
        List<String> names = new ArrayList<>();
        if (module.source() instanceof PlannedModule.FromJdk) {
            names.addAll(ModuleFiles.of(jdk, module.name()));
            DEVELOPERS.stream()
                    .filter(plan.modules()::containsKey)
                    .findFirst()
                    .filter(module.name()::equals)
                    .ifPresentOrElse(first -> names.add(READER_OF_IMAGES), () -> names.remove(READER_OF_IMAGES));
        }
        module.copy().ifPresent(copy -> names.addAll(laid(copy)));
        names.addAll(files.subMap("legal/" + module.name() + "/", "legal/" + module.name() + "0")
                .keySet());
        names.retainAll(files.keySet());
        return names.stream().distinct().toList();
    }

    private static List<String> laid(PlannedModule.Copy copy) {
        return copy.natives().laid().stream().map(file -> "lib/" + file.name()).toList();
    }

    private void walk() throws IOException {
        try (Stream<Path> walk = Files.walk(image)) {
            for (Path file : (Iterable<Path>) walk::iterator) {
                if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                    files.put(image.relativize(file).toString().replace('\\', '/'), Files.size(file));
                }
            }
        }
    }
}
