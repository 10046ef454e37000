package io.whittle.assembler.goal;

import io.whittle.assembler.classpath.ClassPathFolder;
import io.whittle.assembler.fresh.ContentHash;
import io.whittle.assembler.jimage.ImageSize;
import io.whittle.assembler.plan.ImagePlan;
import io.whittle.assembler.plan.PlanJson;
import io.whittle.assembler.text.ByteCount;
import io.whittle.graph.catalog.Launcher;
import io.whittle.graph.resolve.Resolution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What is said of an image on the console. */
final class ImageReport {
    /** The profile that others are held against, where it was linked. */
    private static final String FULL = "full";

    private static final int CONTRIBUTORS = 5;

    private final Resolution resolution;
    private final ImagePlan plan;
    private final Path image;
    private final ImageSize size;
    private final String effort;

    private ImageReport(Resolution resolution, ImagePlan plan, Path image, ImageSize size, String effort) {
        this.resolution = resolution;
        this.plan = plan;
        this.image = image;
        this.size = size;
        this.effort = effort;
    }

    /**
     * What there is to say.
     *
     * @param effort what it took, in words
     */
    static ImageReport of(Resolution resolution, ImagePlan plan, Path image, String effort) throws IOException {
        return new ImageReport(resolution, plan, image, ImageSize.of(image), effort);
    }

    Resolution resolution() {
        return resolution;
    }

    ImagePlan plan() {
        return plan;
    }

    /** SHA-256 of its plan.json, in hexadecimal. */
    String planHash() {
        return ContentHash.of(PlanJson.bytes(plan));
    }

    /** Its folder. */
    Path image() {
        return image;
    }

    /** What all its files take on disk. */
    long bytes() {
        return size.total();
    }

    /** {@code minimal for linux/amd64: 38.2 MiB in target/…/image}. */
    String headline() {
        return plan.profile() + " for " + plan.platform() + ": " + ByteCount.spell(size.total()) + " in " + image;
    }

    /**
     * All that is said.
     *
     * @param output the folder under which the image of the full profile would stand
     */
    List<String> lines(Path output) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add(headline() + " (" + effort + ")");
        lines.add("  features: " + resolution.in().size() + " in, "
                + resolution.out().size() + " out; modules: " + plan.modules().size() + classPath());
        lines.add("  largest: "
                + size.contributors().stream()
                        .limit(CONTRIBUTORS)
                        .map(part -> part.name() + " " + ByteCount.spell(part.bytes()))
                        .collect(Collectors.joining(", ")));
        saved(output).ifPresent(lines::add);
        if (!plan.launchers().isEmpty()) {
            lines.add("  launchers: "
                    + plan.launchers().stream()
                            .map(Launcher::name)
                            .map(name -> "bin/" + name)
                            .collect(Collectors.joining(", ")));
        }
        return lines;
    }

    private String classPath() {
        if (plan.classPath().isEmpty()) {
            return "";
        }
        long bytes = size.contributors().stream()
                .filter(part -> part.name().startsWith(ClassPathFolder.FOLDER + "/"))
                .mapToLong(ImageSize.Contributor::bytes)
                .sum();
        return "; jars on the class path: " + plan.classPath().size() + ", " + ByteCount.spell(bytes);
    }

    private Optional<String> saved(Path output) throws IOException {
        Path full = output.resolve(FULL).resolve(plan.platform().folder()).resolve("image");
        if (plan.profile().equals(FULL) || !Files.exists(full.resolve("lib/modules"))) {
            return Optional.empty();
        }
        long other = ImageSize.of(full).total();
        long saved = other - size.total();
        if (saved <= 0) {
            return Optional.empty();
        }
        return Optional.of(String.format(
                Locale.ROOT,
                "  saves %s of the %s of %s (%d %%)",
                ByteCount.spell(saved),
                ByteCount.spell(other),
                FULL,
                Math.round(100.0 * saved / other)));
    }
}
