package io.whittle.assembler.plan;

import io.whittle.assembler.modules.ApplicationModule;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Finds the modules of a plan that jlink would refuse, all of them, where jlink names one and another in each run. */
final class ModuleFaults {
    private final PlanInput input;
    private final ModuleWalk walk;
    private final Asker asker;

    ModuleFaults(PlanInput input, ModuleWalk walk, Asker asker) {
        this.input = input;
        this.walk = walk;
        this.asker = asker;
    }

    List<String> all() throws IOException {
        List<String> faults = new ArrayList<>();
        faults.addAll(signed());
        faults.addAll(twice());
        faults.addAll(alsoInJdk());
        faults.addAll(tooNew());
        faults.addAll(new SplitPackages(input, walk, asker).faults());
        faults.addAll(new DescriptorFaults(input, walk, asker).all());
        faults.addAll(new RuntimeImageFaults(input.jdk(), walk, asker).all());
        return faults;
    }

    private List<String> signed() {
        return input.ignoreSignatures()
                ? List.of()
                : planned()
                        .filter(ApplicationModule::signed)
                        .map(module -> "The jar of " + module.name() + " ("
                                + module.entry().label()
                                + ") is signed, and jlink refuses signed jars: in an image the signature would be lost.\n  "
                                + "It is in since " + asker.chain(walk.chain(module.name())) + ".\n  "
                                + "If that is all right, link with -Dwhittle.ignoreSignatures=true.")
                        .toList();
    }

    private List<String> twice() {
        return planned()
                .map(module -> input.index().modules().get(module.name()))
                .filter(found -> found.size() > 1)
                .map(found -> "Module " + found.get(0).name() + " is on the module path " + found.size() + " times:\n"
                        + String.join(
                                "\n",
                                found.stream()
                                        .map(module -> "    " + module.entry().label() + " (" + module.path() + ")")
                                        .toList())
                        + "\n  It is in since "
                        + asker.chain(walk.chain(found.get(0).name()))
                        + ".\n  Exclude all but one of them from the dependencies (mvn dependency:tree shows who brings"
                        + " each).")
                .toList();
    }

    private List<String> alsoInJdk() {
        return planned()
                .filter(module -> input.jdk().modules().containsKey(module.name()))
                .map(module ->
                        "Module " + module.name() + " (" + module.entry().label() + ") has the name of a module of"
                                + " the JDK, and a name belongs to one module.\n  It is in since "
                                + asker.chain(walk.chain(module.name())) + ".\n  Exclude "
                                + module.entry().label()
                                + " from the dependencies (mvn dependency:tree shows who brings it).")
                .toList();
    }

    private List<String> tooNew() {
        int feature = input.jdk().featureVersion();
        return planned()
                .filter(module -> module.javaRelease() > feature)
                .map(module -> "Module " + module.name() + " (" + module.entry().label() + ") is compiled for Java "
                        + module.javaRelease() + ", and the JDK that is linked is " + feature + ".\n  It is in since "
                        + asker.chain(walk.chain(module.name())) + ".\n  Compile it with --release " + feature
                        + ", or link a newer JDK with -Dwhittle.jdk=<folder>.")
                .toList();
    }

    private Stream<ApplicationModule> planned() {
        return walk.modules().stream()
                .map(name -> input.index().find(name).orElse(null))
                .filter(Objects::nonNull);
    }
}
