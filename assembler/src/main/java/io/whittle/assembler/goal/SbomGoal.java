package io.whittle.assembler.goal;

import io.whittle.assembler.fresh.WholeFile;
import io.whittle.assembler.modules.ModuleRequires;
import io.whittle.assembler.modules.TargetJdk;
import io.whittle.assembler.plan.ImagePlan;
import io.whittle.assembler.sbom.Coordinates;
import io.whittle.assembler.sbom.Sbom;
import io.whittle.assembler.sbom.SbomInput;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/** Writes what the images of profiles and platforms are made of, for tools that look for known faults and licences. */
public final class SbomGoal {
    private final SbomRequest request;
    private final Progress progress;

    private SbomGoal(SbomRequest request, Progress progress) {
        this.request = request;
        this.progress = progress;
    }

    /**
     * Runs the goal. Each document appears whole or not at all, beside the image.
     *
     * @throws GoalException when an image cannot be linked; the documents of the others have been written then
     */
    public static void run(SbomRequest request, Progress progress)
            throws GoalException, IOException, InterruptedException {
        BuildLock lock = BuildLock.in(request.link().output(), progress);
        try {
            new Leftovers(request.link().output(), progress).clear();
            new SbomGoal(request, progress).run();
        } finally {
            lock.close();
        }
    }

    private void run() throws GoalException, IOException, InterruptedException {
        LinkRequest link = request.link();
        RememberedWarnings warnings = new RememberedWarnings(progress);
        OutputOwner owner = new OutputOwner(link);
        owner.warnOfAnother(progress);
        LinkedImages images =
                Images.toWorkOn(link, Acceptance.of(link, warnings), warnings).link();
        owner.claim();
        ModularPaths paths = new ModularPaths(link, images.catalog());
        for (ImageReport image : images.each()) {
            TargetJdk jdk = images.jdks().on(image.plan().platform());
            write(image, new ModuleRequires(paths.with(jdk).in(image.resolution()), jdk), jdk);
        }
        images.complain(List.of());
    }

    private void write(ImageReport image, ModuleRequires requires, TargetJdk jdk) throws IOException {
        ImagePlan plan = image.plan();
        SortedMap<String, SortedSet<String>> required = new TreeMap<>();
        plan.modules().keySet().forEach(module -> required.put(module, requires.of(module)));
        Sbom sbom = Sbom.of(new SbomInput(
                coordinates(request.link().project() + ":" + request.version()),
                coordinates(request.link().tool()),
                plan,
                image.image(),
                image.resolution().in(),
                required,
                jdk.jmods()));
        Path file = image.image().resolveSibling(Sbom.FILE);
        WholeFile.write(file, sbom.bytes());
        progress.say("bill of materials of " + plan.profile() + " for " + plan.platform() + ": " + sbom.modules()
                + " modules, " + (sbom.jars() > 0 ? sbom.jars() + " jars of the class path, " : "") + sbom.nativeFiles()
                + " native files in " + file);
        if (!sbom.unlicensed().isEmpty()) {
            progress.say("  no licence is told by: " + String.join(", ", sbom.unlicensed()));
        }
    }

    private static Coordinates coordinates(String text) {
        return Coordinates.read(text)
                .orElseThrow(() -> new IllegalArgumentException("no coordinates of Maven: " + text));
    }
}
