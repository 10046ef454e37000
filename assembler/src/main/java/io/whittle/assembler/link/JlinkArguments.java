package io.whittle.assembler.link;

import io.whittle.assembler.modules.TargetJdk;
import io.whittle.assembler.plan.ImagePlan;
import io.whittle.graph.catalog.Arch;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What jlink is told, for a plan. */
final class JlinkArguments {
    /** The first jlink that knows {@code zip-0} to {@code zip-9}; older ones know 0, 1 and 2. */
    private static final int FIRST_WITH_ZIP_LEVELS = 21;

    /** The first jlink that writes lib/modules in the byte order of its target; older ones take that of the host. */
    private static final int FIRST_WITH_TARGET_ORDER = 21;

    static final String OUTPUT = "--output";

    /** By it the compilers and linkers of other JDKs read the modules of this one. What the image runs reads them without. */
    private static final String READER_OF_IMAGES = "/java.base/lib/jrt-fs.jar";

    /** An image with these may be meant to be developed with. */
    private static final List<String> DEVELOPERS = List.of("jdk.compiler", "jdk.jlink");

    private JlinkArguments() {}

    /**
     * The arguments that make the image of a plan in a folder.
     *
     * <p>Both the wanted and the permitted modules are the plan's: jlink would otherwise heal a gap by halves, adding a
     * required module and not what that one's feature needs. Services are never bound: a provider is in because its
     * feature is.
     */
    static List<String> of(ImagePlan plan, TargetJdk jdk, boolean ignoreSignatures, Path output) {
        String names = String.join(",", plan.modules().keySet());
        // First, so that a jlink can be told by it, see OrphanedJlink.
        List<String> arguments = new ArrayList<>(List.of(OUTPUT, output.toString()));
        String path = Stream.concat(jdk.jmods().stream(), plan.paths().stream())
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
        if (!path.isEmpty()) {
            arguments.addAll(List.of("--module-path", path));
        }
        arguments.addAll(List.of("--add-modules", names, "--limit-modules", names));
        arguments.addAll(List.of("--no-header-files", "--no-man-pages"));
        if (Collections.disjoint(plan.modules().keySet(), DEVELOPERS)) {
            arguments.add("--exclude-files=" + READER_OF_IMAGES);
        }
        if (jdk.featureVersion() < FIRST_WITH_TARGET_ORDER) {
            arguments.addAll(List.of("--endian", plan.platform().arch() == Arch.S390X ? "big" : "little"));
        }
        plan.settings().compress().ifPresent(level -> arguments.addAll(compress(level, jdk.featureVersion())));
        for (String strip : plan.settings().strip()) {
            arguments.add(
                    switch (strip) {
                        case "java-debug" -> "--strip-java-debug-attributes";
                        case "native-debug" -> "--strip-native-debug-symbols=exclude-debuginfo-files";
                        default -> throw new IllegalArgumentException("no such thing to strip: " + strip);
                    });
        }
        if (!plan.settings().locales().isEmpty()) {
            arguments.add(
                    "--include-locales=" + String.join(",", plan.settings().locales()));
        }
        if (ignoreSignatures) {
            arguments.add("--ignore-signing-information");
        }
        return List.copyOf(arguments);
    }

    private static List<String> compress(String level, int featureVersion) {
        if (featureVersion >= FIRST_WITH_ZIP_LEVELS) {
            return List.of("--compress=" + level);
        }
        return List.of("--compress=" + (level.equals("zip-0") ? "0" : "2"));
    }
}
