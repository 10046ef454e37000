package io.whittle.assembler.goal;

import io.whittle.assembler.elf.ElfNeeds;
import io.whittle.assembler.elf.Sysroot;
import io.whittle.assembler.jdks.ByPlatform;
import io.whittle.assembler.link.LauncherWords;
import io.whittle.assembler.modules.ModuleFiles;
import io.whittle.assembler.natives.JarNatives;
import io.whittle.assembler.oci.BaseLayout;
import io.whittle.assembler.oci.ContainerPlanner;
import io.whittle.assembler.oci.ContainerSource;
import io.whittle.assembler.oci.OciException;
import io.whittle.assembler.oci.OciSettings;
import io.whittle.assembler.oci.PlannedContainer;
import io.whittle.assembler.plan.ImagePlan;
import io.whittle.assembler.plan.PlannedJar;
import io.whittle.assembler.plan.PlannedModule;
import io.whittle.graph.catalog.Launcher;
import io.whittle.graph.catalog.Mention;
import io.whittle.graph.catalog.Os;
import io.whittle.graph.catalog.Platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Plans the container images of linked images. */
final class Containers {
    private final OciRequest request;
    private final OciSettings settings;
    private final Progress progress;
    private final ByPlatform sysroots;
    private final Optional<BaseLayout> base;
    private final Set<String> faults = new LinkedHashSet<>();

    /** Faults get what is wrong with what is asked. */
    Containers(OciRequest request, OciSettings settings, Progress progress, List<String> faults) {
        this.request = request;
        this.settings = settings;
        this.progress = progress;
        this.sysroots = NamedByPlatform.of(
                "whittle.sysroot",
                "sysroots",
                "folder",
                request.below().sysrootsNamed(),
                request.below().sysroots(),
                true,
                faults);
        this.base = request.below().base().map(BaseLayout::new);
    }

    /**
     * Plans them, by profile. Images for other systems than Linux are left out and told.
     *
     * @throws GoalException with everything that stands against any of them
     */
    SortedMap<String, List<PlannedContainer>> plan(LinkedImages images)
            throws GoalException, IOException, InterruptedException {
        SortedMap<String, List<PlannedContainer>> planned = new TreeMap<>();
        for (ImageReport image : images.each()) {
            ImagePlan plan = image.plan();
            if (plan.platform().os() != Os.LINUX) {
                progress.warn("The image of " + plan.profile() + " for " + plan.platform()
                        + " becomes no container image: these are made for Linux.");
                continue;
            }
            Optional<Launcher> launcher = launcher(plan, images.catalog().name().map(Mention::text));
            if (launcher.isPresent()) {
                plan(source(image, launcher.get(), images))
                        .ifPresent(container -> planned.computeIfAbsent(plan.profile(), none -> new ArrayList<>())
                                .add(container));
            }
        }
        if (planned.isEmpty() && faults.isEmpty()) {
            faults.add("No image is for Linux, and container images are made for that alone.\n"
                    + "  Name such a platform: -Dwhittle.platform=linux/amd64.");
        }
        if (!faults.isEmpty()) {
            images.complain(List.copyOf(faults));
        }
        return planned;
    }

    private Optional<PlannedContainer> plan(ContainerSource source) throws IOException {
        try {
            if (base.isPresent()) {
                return Optional.of(
                        ContainerPlanner.onBase(settings, source, base.get().on(source.platform())));
            }
            Optional<Path> folder = sysroot(source.platform());
            return folder.isEmpty()
                    ? Optional.empty()
                    : Optional.of(ContainerPlanner.onScratch(settings, source, new Sysroot(folder.get())));
        } catch (OciException cannot) {
            faults.addAll(cannot.faults());
            return Optional.empty();
        }
    }

    private ContainerSource source(ImageReport image, Launcher launcher, LinkedImages images)
            throws GoalException, IOException, InterruptedException {
        ImagePlan plan = image.plan();
        List<String> entryPoint = new ArrayList<>(List.of(settings.folder() + "/bin/java"));
        entryPoint.addAll(new LauncherWords(launcher, plan.launchPath()).behindJavaOnLinux(settings.folder()));
        return new ContainerSource(
                plan.profile(),
                plan.platform(),
                image.planHash(),
                image.image(),
                ModuleFiles.of(images.jdks().on(plan.platform()), "java.base"),
                packed(plan),
                plan.changed(),
                image.resolution().in(),
                launcher.name().text(),
                entryPoint);
    }

    // What lies in jars is unpacked and loaded in the container, if ever, and needs the system there as other files do.
    private SortedMap<String, ElfNeeds> packed(ImagePlan plan) throws IOException {
        SortedMap<String, ElfNeeds> packed = new TreeMap<>();
        for (PlannedJar jar : plan.classPath()) {
            JarNatives.needs(jar.linked(), plan.platform())
                    .forEach((name, needs) -> packed.put(settings.folder() + "/" + jar.inImage() + "!/" + name, needs));
        }
        for (PlannedModule module : plan.modules().values()) {
            if (module.source() instanceof PlannedModule.FromPath found) {
                JarNatives.needs(found.linked(), plan.platform())
                        .forEach((name, needs) ->
                                packed.put(settings.folder() + "/lib/modules!/" + module.name() + "/" + name, needs));
            }
        }
        return packed;
    }

    /** The one that is named, the only one, or the one of the catalogue's own name. */
    private Optional<Launcher> launcher(ImagePlan plan, Optional<String> catalog) {
        List<Launcher> all = plan.launchers();
        List<String> names = all.stream().map(each -> each.name().text()).toList();
        if (all.isEmpty()) {
            faults.add("The image of " + plan.profile() + " for " + plan.platform()
                    + " has no launcher, so a container of it would have nothing to run.\n  Write one under launchers in the"
                    + " catalogue.");
            return Optional.empty();
        }
        if (request.launcher().isEmpty() && all.size() == 1) {
            return Optional.of(all.get(0));
        }
        Optional<String> wanted = request.launcher().or(() -> catalog);
        Optional<Launcher> found = all.stream()
                .filter(each -> wanted.equals(Optional.of(each.name().text())))
                .findFirst();
        if (found.isEmpty()) {
            faults.add((request.launcher().isPresent()
                            ? "whittle.launcher is '" + request.launcher().get() + "', and the image of "
                                    + plan.profile() + " for " + plan.platform() + " has no such launcher"
                            : "The image of " + plan.profile() + " for " + plan.platform()
                                    + " has several launchers, and a container runs one")
                    + ".\n  Name one with -Dwhittle.launcher=<launcher>: " + String.join(", ", names) + ".");
        }
        return found;
    }

    private Optional<Path> sysroot(Platform platform) {
        Optional<String> named = sysroots.on(platform);
        if (named.isEmpty()
                && Platform.host()
                        .equals(new Platform(platform.os(), platform.arch(), Optional.empty(), platform.libc()))) {
            return Optional.of(Path.of("/"));
        }
        if (named.isEmpty()) {
            faults.add("There is no folder with the system for " + platform
                    + ", of which a container image takes the libraries that Java needs.\n"
                    + "  Name one with -Dwhittle.sysroot=" + platform
                    + "=<folder>, or a base with -Dwhittle.base=<layout>.");
            return Optional.empty();
        }
        Path folder = request.below().start().resolve(named.get());
        if (!Files.isDirectory(folder)) {
            faults.add("The system for " + platform + " is named to be in " + folder
                    + ", and there is no such folder.\n  Unpack one there, or name another with -Dwhittle.sysroot="
                    + platform
                    + "=<folder>.");
            return Optional.empty();
        }
        return Optional.of(folder);
    }
}
