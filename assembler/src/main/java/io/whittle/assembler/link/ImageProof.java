package io.whittle.assembler.link;

import io.whittle.assembler.classpath.ClassPathFolder;
import io.whittle.assembler.jimage.Jimage;
import io.whittle.assembler.modules.ReleaseFile;
import io.whittle.assembler.modules.UnusableJdkException;
import io.whittle.assembler.natives.NativeHeader;
import io.whittle.assembler.plan.FeaturesFile;
import io.whittle.assembler.plan.ImagePlan;
import io.whittle.assembler.plan.JdkPlatform;
import io.whittle.assembler.plan.LinkException;
import io.whittle.assembler.plan.PlannedJar;
import io.whittle.graph.catalog.Arch;
import io.whittle.graph.catalog.Launcher;
import io.whittle.graph.catalog.Os;
import io.whittle.graph.catalog.Platform;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Holds an image against its plan: jlink exits with 0 also when it linked something else, such as the JDK of the host in
 * place of the one that was named.
 */
final class ImageProof {
    private static final String NOT_AS_TOLD =
            "jlink did something else than it was told, and the image is thrown away: is"
                    + " the JDK whole, and is its jlink its own? Install it anew, or name another with -Dwhittle.jdk=<folder>.";

    private final ImagePlan plan;
    private final Path image;
    private final List<String> faults = new ArrayList<>();

    private ImageProof(ImagePlan plan, Path image) {
        this.plan = plan;
        this.image = image;
    }

    /** Proves that jlink made an image at all, whatever is in it. */
    static void proveThatThereIsOne(Path image) throws LinkException {
        if (!Files.isDirectory(image.resolve("bin")) || !Files.isRegularFile(image.resolve("lib/modules"))) {
            throw new LinkException("jlink ended as if all were well and made no image.\n  " + NOT_AS_TOLD);
        }
    }

    /**
     * Proves that the image is what was planned: its modules, the version of java.base, the platform of every native file, also
     * of those inside modules and jars, the jars of its class path, its launchers, the file that tells its features.
     *
     * @throws LinkException with every difference
     */
    static void prove(ImagePlan plan, Path image) throws LinkException, IOException {
        ImageProof proof = new ImageProof(plan, image);
        proof.modules();
        proof.version();
        proof.nativeFiles();
        proof.innerNatives();
        proof.classPath();
        proof.launchers();
        proof.features();
        if (!proof.faults.isEmpty()) {
            throw new LinkException(proof.faults);
        }
    }

    private void modules() throws IOException {
        Jimage jimage = Jimage.of(image.resolve("lib/modules"));
        if ((jimage.order() == ByteOrder.BIG_ENDIAN) != (plan.platform().arch() == Arch.S390X)) {
            faults.add("The image's lib/modules is not in the byte order of " + plan.platform()
                    + ": no JVM can read it.\n  " + NOT_AS_TOLD);
        }
        Set<String> linked = jimage.bytesByModule().keySet();
        Set<String> missing = new TreeSet<>(plan.modules().keySet());
        missing.removeAll(linked);
        Set<String> extra = new TreeSet<>(linked);
        extra.removeAll(plan.modules().keySet());
        if (!missing.isEmpty()) {
            faults.add("The image lacks modules of the plan: " + String.join(", ", missing) + ".\n  " + NOT_AS_TOLD);
        }
        if (!extra.isEmpty()) {
            faults.add("The image holds modules that are not in the plan: " + String.join(", ", extra) + ".\n  "
                    + NOT_AS_TOLD);
        }
        plan.forbidden().stream()
                .filter(linked::contains)
                .map(module -> "The image holds " + module + ", which profile " + plan.profile() + " forbids.\n"
                        + "  Leave out what brings it, or take it out of forbid.")
                .forEach(faults::add);
    }

    private void version() {
        try {
            ReleaseFile release = ReleaseFile.of(image);
            if (!release.version().equals(plan.jdk().version())) {
                faults.add("The image's java.base is of Java " + release.version() + ", the plan's of "
                        + plan.jdk().version() + ": another JDK was linked than the one that was named.\n  "
                        + NOT_AS_TOLD);
            }
        } catch (UnusableJdkException unreadable) {
            faults.add("The image's file 'release' cannot be read: it does not say which Java it holds.\n  "
                    + NOT_AS_TOLD);
        }
    }

    private void nativeFiles() throws IOException {
        Platform platform = plan.platform();
        List<String> wrong = new ArrayList<>();
        int found = 0;
        boolean told = false;
        for (Map.Entry<String, NativeHeader> file : NativeFiles.headers(image).entrySet()) {
            found++;
            told |= file.getValue().platform().isPresent();
            if (!file.getValue().fits(platform)) {
                wrong.add(file.getKey() + " (" + file.getValue().detail() + ")");
            }
        }
        if (found == 0) {
            faults.add("The image holds no native file, not even a JVM.\n  " + NOT_AS_TOLD);
        }
        if (found > 0 && wrong.isEmpty() && !told) {
            faults.add(
                    "Nothing in the image says for which system it is: no program in it asks for a dynamic loader that is"
                            + " known.\n  " + JdkPlatform.NAME_ANOTHER.formatted(platform));
        }
        if (!wrong.isEmpty()) {
            faults.add("The image is not for " + platform + ": " + few(wrong) + ".\n  "
                    + JdkPlatform.NAME_ANOTHER.formatted(platform));
        }
    }

    private void innerNatives() throws IOException {
        List<String> wrong = InnerNatives.wrong(plan, image);
        if (!wrong.isEmpty()) {
            faults.add("The image holds native files that are not for " + plan.platform() + ": " + few(wrong)
                    + ".\n  None of them could be loaded. A jar's are left out unless the catalogue says natives: all for it under"
                    + " 'artifacts'; did something change it while it was linked? Link again.");
        }
    }

    private static String few(List<String> wrong) {
        return String.join(", ", wrong.subList(0, Math.min(3, wrong.size())))
                + (wrong.size() > 3 ? " and " + (wrong.size() - 3) + " more" : "");
    }

    private void classPath() throws IOException {
        new ClassPathFolder(image)
                .differences(plan.classPath().stream().map(PlannedJar::laid).toList())
                .forEach(difference -> faults.add("The image's class path is not the planned one: " + difference
                        + ".\n  Does another build change the jars of this one, or the disk? Link again."));
    }

    private void features() throws IOException {
        Optional<FeaturesFile> file = plan.settings().features();
        if (file.isPresent() && !new LaidFeatures(image, file.get()).isThere()) {
            faults.add("The image's " + file.get().path() + " does not tell its features as they are planned.\n"
                    + "  Does another build change the image, or the disk? Link again.");
        }
    }

    private void launchers() {
        Os os = plan.platform().os();
        Path java = image.resolve(os == Os.WINDOWS ? "bin/java.exe" : "bin/java");
        if (!Files.exists(java)) {
            faults.add("The image has no " + image.relativize(java) + ".\n  " + NOT_AS_TOLD);
        }
        for (Launcher launcher : plan.launchers()) {
            String name = new LauncherScript(launcher, plan.launchPath()).fileName(os);
            if (!Files.exists(image.resolve("bin").resolve(name))) {
                faults.add("The image has no launcher bin/" + name + ".\n  " + NOT_AS_TOLD);
            }
        }
    }
}
