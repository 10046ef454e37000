package io.whittle.assembler.plan;

import io.whittle.assembler.modules.ModuleIndex;
import io.whittle.assembler.modules.PathEntry;
import io.whittle.graph.catalog.ArtifactRule;
import io.whittle.graph.catalog.CatalogSource;
import io.whittle.graph.catalog.NearestName;
import io.whittle.graph.resolve.ModuleOwners;
import io.whittle.graph.resolve.Ownership;

import java.util.List;

/** What to tell a user when a jar cannot be where the catalogue wants it. */
final class JarFaults {
    private JarFaults() {}

    static String notThere(String artifact, Ownership owner, JarPath jars, CatalogSource source) {
        List<String> known = jars.entries().stream().map(PathEntry::artifact).toList();
        return named(artifact, owner, source) + " is not among the dependencies of the project that links.\n  "
                + new NearestName()
                        .to(artifact, known)
                        .map(nearest -> "Did you mean " + nearest + "? ")
                        .orElse("")
                + "Add it to them with scope compile or runtime; one of scope 'provided' or 'test' is in no image.";
    }

    static String noModule(String artifact, Ownership owner, PathEntry entry, ModuleIndex index, CatalogSource source) {
        return named(artifact, owner, source) + " is to be a module (as: module), and none can be read from it"
                + index.unreadable().stream()
                        .filter(broken -> broken.entry().equals(entry))
                        .map(broken -> ": " + broken.reason())
                        .findFirst()
                        .orElse("")
                + ".\n  Give it a name with 'module' there, or lay it on the class path with as: classpath.";
    }

    static String requiredByModules(
            ArtifactRule rule, String module, ModuleWalk walk, Asker asker, CatalogSource source) {
        return rule.artifact().text() + " is to lie on the class path ("
                + source.at(rule.artifact().place())
                + "), but modules require it as module " + module + ", and modules do not see the class path.\n  "
                + Asker.capital(asker.chain(walk.chain(module)))
                + ".\n  Take 'as: classpath' away there, or put on the class path also what requires it.";
    }

    static String moduleOfOther(String artifact, String module, Asker asker, PlanInput input) {
        Ownership whose = ModuleOwners.of(input.catalog()).owners(module).get(0);
        return named(
                        artifact,
                        asker.ownerOf(artifact).orElseThrow(),
                        input.catalog().source()) + " is module "
                + module + ", which is of " + asker.owner(whose) + ", and that is not in "
                + input.resolution().profile().name() + " on "
                + input.resolution().platform()
                + ".\n  Name the jar in one way, under 'modules' or under 'artifacts', and let whoever else needs it"
                + " require the feature that has it.";
    }

    static String folder(PathEntry entry) {
        return entry.label()
                + " is to lie on the class path, and there is no jar of it yet, only a folder of classes.\n"
                + "  Link in the phase package or later, such as with mvn package.";
    }

    static String unreadable(PathEntry entry, String reason) {
        return entry.label() + " is to lie on the class path, and cannot be read as a jar: " + reason
                + ".\n  Is it whole? Delete " + entry.path().getFileName()
                + " from the local repository, so that Maven fetches it again, or build it anew.";
    }

    private static String named(String artifact, Ownership owner, CatalogSource source) {
        return "Artifact " + artifact + " of " + Asker.name(owner) + " (" + source.at(owner.place()) + ")";
    }
}
