package io.whittle.assembler.plan;

import io.whittle.assembler.classpath.JarClasses;
import io.whittle.assembler.modules.ApplicationModule;
import io.whittle.assembler.modules.TargetJdk;
import io.whittle.graph.catalog.CatalogSource;
import io.whittle.graph.catalog.Launcher;
import io.whittle.graph.catalog.NearestName;
import io.whittle.graph.catalog.Os;
import io.whittle.graph.catalog.Platform;
import io.whittle.graph.resolve.JdkNeed;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What to tell a user when a plan cannot be made because something is not there. */
final class PlanFaults {
    /** More names than a person reads. */
    private static final int SHOWN = 8;

    private PlanFaults() {}

    static String rootMissing(String module, String owner, PlanInput input) {
        if (input.jdk().modules().containsKey(module)) {
            return "Module " + module + " of " + owner + " is the JDK's and not on the module path.\n  "
                    + "Write it under 'jdkModules' in place of 'modules'.";
        }
        return "Module " + module + " of " + owner + " is not on the module path.\n  "
                + nearest(module, input.index().modules().keySet())
                + "Add the artifact that holds it to the dependencies of the project that links (in a reactor, link with"
                + " 'mvn package', so that its modules are built first)."
                + unreadable(input);
    }

    static String missing(ModuleWalk.Missing missing, ModuleWalk walk, Asker asker, PlanInput input) {
        return missing.from() + " requires " + missing.module()
                + (JarNeeds.isJar(missing.from()) ? " (artifacts of the catalogue)" : " (module-info)")
                + ", which is neither on the module path nor"
                + " in the JDK " + input.jdk().version() + ".\n  "
                + capital(asker.chain(walk.chain(missing.from()))) + ".\n  "
                + nearest(missing.module(), input.index().modules().keySet())
                + "Add the artifact that holds it to the dependencies of the project that links; a dependency of scope"
                + " 'provided' or 'test' is not linked."
                + unreadable(input);
    }

    static String jdkModuleMissing(JdkNeed need, Asker asker, TargetJdk jdk) {
        return "jdkModules of "
                + need.owners().stream().map(asker::owner).collect(Collectors.joining(" and of "))
                + " names " + need.module() + ", which the JDK " + jdk.version() + " does not have.\n  "
                + nearest(need.module(), jdk.modules().keySet())
                + "Write '" + need.module()
                + "?' if it is needed only where the JDK still has it, or link another JDK with"
                + " -Dwhittle.jdk=<folder>.";
    }

    static String mainClassMissing(Launcher launcher, ApplicationModule module, CatalogSource source)
            throws IOException {
        return "Launcher " + launcher.name() + " starts " + launcher.main() + " ("
                + source.at(launcher.main().place()) + "), which is not in " + module.name() + ".\n  "
                + nearest(launcher.main().text(), MainClass.all(module))
                + "Correct 'main' or 'module' of the launcher.";
    }

    /**
     * Of a class of the class path.
     *
     * @param nearby the classes of its package
     */
    static String mainClassMissing(Launcher launcher, List<String> nearby, CatalogSource source) {
        String of = JarClasses.packageOf(launcher.main().text());
        return "Launcher " + launcher.name() + " starts " + launcher.main() + " ("
                + source.at(launcher.main().place()) + "), which is not on the class path of this image.\n  "
                + nearest(launcher.main().text(), nearby)
                + (of.isEmpty() ? "Without a package there are " : of + " holds ")
                + String.join(
                        ", ",
                        nearby.stream().map(PlanFaults::simple).limit(SHOWN).toList())
                + (nearby.size() > SHOWN ? " and " + (nearby.size() - SHOWN) + " more" : "")
                + ". Correct 'main' of the launcher.";
    }

    private static String simple(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    static Optional<String> nativeDebug(String at, Platform platform) {
        if (platform.os() != Os.LINUX || !System.getProperty("os.name").startsWith("Linux")) {
            return Optional.of(
                    "strip: [native-debug] (" + at + ") is known to the jlink of Linux alone, and there for images"
                            + " for Linux; this one is for " + platform + ".\n  Take native-debug out of strip"
                            + " (a profile's own image.strip replaces the catalogue's).");
        }
        if (!SearchPath.holds("objcopy")) {
            return Optional.of("strip: [native-debug] (" + at + ") runs objcopy, which is not on the PATH.\n"
                    + "  Install it (on Debian: apt-get install binutils), or take native-debug out of strip.");
        }
        return Optional.empty();
    }

    private static String nearest(String name, Collection<String> known) {
        return new NearestName()
                .to(name, known)
                .map(nearest -> "Did you mean " + nearest + "? ")
                .orElse("");
    }

    // What could not be read may be what is missing.
    private static String unreadable(PlanInput input) {
        return input.index().unreadable().stream()
                .map(broken -> "\n  Not readable as a module: " + broken.entry().label() + " ("
                        + broken.entry().path() + "): " + broken.reason())
                .collect(Collectors.joining());
    }

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
