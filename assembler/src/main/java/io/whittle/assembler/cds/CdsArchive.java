package io.whittle.assembler.cds;

import io.whittle.assembler.cds.ImageJava.Said;
import io.whittle.assembler.check.CheckRequest;
import io.whittle.assembler.fresh.FolderTree;
import io.whittle.assembler.link.ImageArchive;
import io.whittle.assembler.plan.ClassArchive;
import io.whittle.assembler.plan.ImagePlan;
import io.whittle.assembler.plan.LinkException;
import io.whittle.assembler.process.Guard;
import io.whittle.assembler.text.ByteCount;
import io.whittle.graph.catalog.FeatureCatalog;
import io.whittle.graph.catalog.Platform;
import io.whittle.graph.resolve.CheckScope;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Makes the one archive of classes that an image starts with, by the image's own JVM, under what runs it where it is for another platform.
 *
 * <p>It stands where the JVM looks by itself, so that no launcher names it and {@code bin/java} has it too. jlink would make a second one, for
 * JVMs without compressed pointers, of 14 MB.
 */
public final class CdsArchive implements ImageArchive {
    /** The folder beside the image that has the logs of checks that did not train. */
    public static final String LOGS = "train";

    private static final String FILE = "classes.jsa";

    /** As the JDK's own build does it: objects are archived by G1 alone on JDK 17, wherever on the heap of this size they lie. */
    private static final List<String> HEAP = List.of("-XX:+UseG1GC", "-Xms128m", "-Xmx128m");

    private final FeatureCatalog catalog;
    private final CheckScope scope;
    private final List<String> runner;
    private final Consumer<String> say;
    private final Consumer<String> detail;

    /**
     * What makes the archive of one image.
     *
     * @param catalog holds the checks that train
     * @param scope what those are to the image
     * @param runner goes before {@code bin/java} where this machine does not run it by itself; else empty
     * @param say takes what is being done
     * @param detail takes each command
     */
    public CdsArchive(
            FeatureCatalog catalog,
            CheckScope scope,
            List<String> runner,
            Consumer<String> say,
            Consumer<String> detail) {
        this.catalog = catalog;
        this.scope = scope;
        this.runner = List.copyOf(runner);
        this.say = say;
        this.detail = detail;
    }

    /** Why the archive of a plan cannot be made, as far as that is known before anything is linked. */
    public static Optional<String> refusal(ImagePlan plan, Map<Platform, List<String>> runners) {
        ClassArchive archive = plan.settings().archive();
        Platform platform = plan.platform();
        if (archive.isOfApplication()
                && plan.launchers().isEmpty()
                && archive.train().isEmpty()) {
            return Optional.of(
                    "cds is app, but nothing tells which classes the application loads: the image has no launcher,"
                            + " and no check trains.\n  Write a launcher or train; or write cds: jdk or cds: none in the image of profile "
                            + plan.profile() + ".");
        }
        if (!archive.isWanted() || runners.containsKey(platform) || CheckRequest.runsHere(platform)) {
            return Optional.empty();
        }
        return Optional.of("cds is " + archive.word()
                + ", but the archive of classes is made by the image's own JVM, and this machine"
                + " runs none for " + platform + ".\n  Say under runners of the plugin, in the pom, what does: <"
                + platform.folder()
                + ">qemu-… -L /opt/sysroot</" + platform.folder() + ">; or write cds: none in the image of profile "
                + plan.profile() + ".");
    }

    @Override
    public void addTo(Path image, ImagePlan plan) throws LinkException, IOException, InterruptedException {
        if (!plan.settings().archive().isWanted()) {
            return;
        }
        Path file = JvmFolder.of(image).resolve(FILE);
        // As its JVM sees it, where the folder for temporary files is a link; Maven may name another one than Java
        // began with.
        Path scratch = Files.createTempDirectory(Path.of(System.getProperty("java.io.tmpdir")), "w")
                .toRealPath();
        try (Guard guard = Guard.open(scratch)) {
            ImageJava java = new ImageJava(image, plan.platform().os(), runner, guard, scratch, detail);
            dump(file, options(image, plan, java), java);
            new ArchiveProof(plan, java, say).prove(image);
        } finally {
            FolderTree.delete(scratch);
        }
        say.accept("archive of classes: " + image.relativize(file) + " of " + ByteCount.spell(Files.size(file))
                + (plan.launchers().isEmpty() ? ", and bin/java uses it" : ", and every launcher uses it"));
        leftOut(plan).ifPresent(say);
    }

    /** What of an application no archive holds. The JVM would turn all of it off once places or times of jars are others. */
    static Optional<String> leftOut(ImagePlan plan) {
        int jars = plan.classPath().size();
        return jars == 0 || !plan.settings().archive().isOfApplication()
                ? Optional.empty()
                : Optional.of("  without classes of the class path (" + jars + (jars == 1 ? " jar" : " jars")
                        + "), which the JVM cannot use from an image that was moved or packed");
    }

    // The JVM takes its own list of the JDK's classes where none is named.
    private List<String> options(Path image, ImagePlan plan, ImageJava java)
            throws LinkException, IOException, InterruptedException {
        if (!plan.settings().archive().isOfApplication()) {
            return List.of();
        }
        ClassList list = new Training(plan, catalog, scope, runner, say).run(image, java);
        Path file = java.scratch().resolve("classes.lst");
        list.writeTo(file);
        if (list.classes() == 0) {
            throw new LinkException(
                    "cds is app, but nothing tells which classes the application loads: the image has no"
                            + " launcher, and no check under train is applicable to it.\n  Write cds: jdk or cds: none in the image of"
                            + " profile " + plan.profile() + ".");
        }
        say.accept("archiving what " + list.classes() + " classes come to");
        List<String> options = new ArrayList<>(List.of("-XX:SharedClassListFile=" + file));
        if (!plan.roots().isEmpty()) {
            // Without these the modules are not there to be looked into.
            options.addAll(List.of("--add-modules", String.join(",", plan.roots())));
        }
        return options;
    }

    private static void dump(Path file, List<String> options, ImageJava java)
            throws LinkException, IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of("-Xshare:dump", "-XX:SharedArchiveFile=" + file.toAbsolutePath()));
        words.addAll(HEAP);
        words.addAll(options);
        Said said = java.run(words);
        if (said.exit() != 0 || !Files.isRegularFile(file)) {
            throw new LinkException("The image's JVM made no archive of classes (exit code " + said.exit() + "):\n"
                    + said.end().indent(4).stripTrailing()
                    + "\n  Some are built without: write cds: none, or link another JDK.");
        }
    }

    @Override
    public SortedSet<String> unstable(ImagePlan plan) {
        // JDK 17 never dumps the same twice. 25 did hundreds of times, and once, on a busy machine, did not.
        return plan.settings().archive().isWanted()
                ? new TreeSet<>(JvmFolder.NAMES.stream()
                        .map(folder -> folder + "/" + FILE)
                        .toList())
                : new TreeSet<>();
    }
}
