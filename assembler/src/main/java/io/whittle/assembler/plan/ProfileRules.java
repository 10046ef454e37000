package io.whittle.assembler.plan;

import io.whittle.assembler.modules.ModuleIndex;
import io.whittle.graph.catalog.Mention;
import io.whittle.graph.catalog.NearestName;
import io.whittle.graph.resolve.ReplacingCatalog;
import io.whittle.graph.resolve.Said;

import java.util.List;

/** What a profile says of single modules: which none may bring, and behind which stands another artifact. */
final class ProfileRules {
    private final PlanInput input;
    private final PathOfImage path;
    private final Asker asker;
    private final List<String> faults;
    private final List<String> notes;

    ProfileRules(PlanInput input, PathOfImage path, Asker asker, List<String> faults, List<String> notes) {
        this.input = input;
        this.path = path;
        this.asker = asker;
        this.faults = faults;
        this.notes = notes;
    }

    /** Holds what is to be replaced against all modules that were found. */
    void replacements(ModuleIndex found) {
        Replacements replacements = new Replacements(found);
        input.resolution()
                .profile()
                .replace()
                .forEach((module, said) -> replacements
                        .fault(
                                module,
                                said.value().text(),
                                sayer(said) + " puts " + said.value() + " behind " + module + place(said))
                        .ifPresent(faults::add));
    }

    private String sayer(Said<Mention> said) {
        return ReplacingCatalog.isOfOneBuild(input.catalog(), said) ? "-Dwhittle.replace" : "Profile " + said.profile();
    }

    private String place(Said<Mention> said) {
        return ReplacingCatalog.isOfOneBuild(input.catalog(), said)
                ? ""
                : " (" + input.catalog().source().at(said.value().place()) + ")";
    }

    /** Holds what was reached against what is forbidden, and what is replaced against what was reached. */
    void reached(ModuleWalk walk) {
        forbidden(walk);
        idleReplacements(walk);
    }

    private void forbidden(ModuleWalk walk) {
        input.resolution().profile().forbid().forEach((module, said) -> {
            if (walk.reached().containsKey(module)) {
                faults.add("Profile " + said.profile() + " forbids " + module + " ("
                        + input.catalog().source().at(said.value().place()) + "), but "
                        + asker.chain(walk.chain(module)) + ".\n  Leave out what brings it, or take " + module
                        + " out of forbid.");
            } else if (!exists(module)) {
                // A slip of the pen would forbid nothing, and nobody would see it.
                notes.add("forbid names " + module + ", which is neither on the module path nor in the JDK "
                        + input.jdk().version()
                        + new NearestName()
                                .to(module, input.jdk().modules().keySet())
                                .map(nearest -> ": did you mean " + nearest + "?")
                                .orElse(""));
            }
        });
    }

    // A slip of the pen would replace nothing, and nobody would see it.
    private void idleReplacements(ModuleWalk walk) {
        path.replaced().forEach((module, artifact) -> {
            if (!walk.reached().containsKey(module)) {
                notes.add("replace puts " + artifact + " behind " + module + ", which is not in this image");
            }
        });
    }

    private boolean exists(String module) {
        return input.index().find(module).isPresent() || input.jdk().modules().containsKey(module);
    }
}
