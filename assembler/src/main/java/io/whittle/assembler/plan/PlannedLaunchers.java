package io.whittle.assembler.plan;

import io.whittle.assembler.modules.ApplicationModule;
import io.whittle.graph.catalog.Launcher;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The launchers that an image gets: those whose main class is in it. */
final class PlannedLaunchers {
    private final PlanInput input;
    private final List<String> faults;
    private final List<String> notes;

    PlannedLaunchers(PlanInput input, List<String> faults, List<String> notes) {
        this.input = input;
        this.faults = faults;
        this.notes = notes;
    }

    List<Launcher> of(ModuleWalk walk, ClassPathPlan classPath) throws IOException {
        List<Launcher> launchers = new ArrayList<>();
        for (Launcher launcher :
                input.resolution().profile().image().launchers().values()) {
            Optional<String> mistyped = launcher.module().isPresent() ? Optional.empty() : classPath.mistyped(launcher);
            if (mistyped.isPresent()) {
                faults.add(mistyped.get());
                continue;
            }
            Optional<String> leftOut =
                    launcher.module().isPresent() ? leftOut(launcher, walk) : classPath.leftOut(launcher);
            leftOut.ifPresentOrElse(notes::add, () -> launchers.add(launcher));
        }
        return launchers;
    }

    private Optional<String> leftOut(Launcher launcher, ModuleWalk walk) throws IOException {
        String module = launcher.module().orElseThrow().text();
        if (!walk.reached().containsKey(module)) {
            return Optional.of(
                    "launcher " + launcher.name() + " is left out: its module " + module + " is not in this image");
        }
        Optional<ApplicationModule> found = input.index().find(module);
        if (found.isPresent() && !MainClass.exists(found.get(), launcher.main().text())) {
            faults.add(PlanFaults.mainClassMissing(
                    launcher, found.get(), input.catalog().source()));
        }
        return Optional.empty();
    }
}
