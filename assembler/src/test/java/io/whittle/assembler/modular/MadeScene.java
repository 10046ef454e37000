package io.whittle.assembler.modular;

import io.whittle.assembler.modules.ApplicationModule;
import io.whittle.assembler.modules.JarChange;
import io.whittle.assembler.modules.JarEdges;
import io.whittle.assembler.modules.ModuleIndex;
import io.whittle.assembler.modules.PathEntry;
import io.whittle.assembler.testing.TestJdk;
import io.whittle.graph.catalog.CatalogReader;
import io.whittle.graph.catalog.FeatureCatalog;
import io.whittle.graph.catalog.Platform;
import io.whittle.graph.resolve.Request;
import io.whittle.graph.resolve.Resolver;

import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A path, and what its modules become in an image of the module {@code acme.app}, or of those that are named. */
final class MadeScene {
    private final Path folder;
    private final List<PathEntry> path = new ArrayList<>();
    private String roots = "acme.app";
    private String artifacts = "";
    private JarEdges edges = JarEdges.UNKNOWN;

    MadeScene(Path folder) {
        this.folder = folder;
    }

    MadeScene with(PathEntry... entries) {
        path.addAll(List.of(entries));
        return this;
    }

    MadeScene roots(String... names) {
        roots = String.join(", ", names);
        return this;
    }

    MadeScene artifact(String name, String rule) {
        artifacts += "  " + name + ": {" + rule + "}\n";
        return this;
    }

    MadeScene edges(JarEdges known) {
        edges = known;
        return this;
    }

    Path output() {
        return folder.resolve("out");
    }

    ModuleIndex index() {
        try {
            String text = "schema: 1\nbase: {modules: [" + roots + "]}\nprofiles: {small: {include: []}}\n"
                    + (artifacts.isEmpty() ? "" : "artifacts:\n" + artifacts);
            FeatureCatalog catalog =
                    CatalogReader.read(Path.of("feature-tags.yaml"), text).catalog();
            return new ModularPath(ModuleIndex.of(path), catalog, edges, TestJdk.running(), output())
                    .in(Resolver.resolve(catalog, new Request("small", Platform.host())));
        } catch (Exception wrong) {
            throw new AssertionError(wrong);
        }
    }

    ApplicationModule module(String name) {
        return index().find(name).orElseThrow();
    }

    ModuleDescriptor descriptor(String name) {
        return module(name).reference().descriptor();
    }

    /** What it requires, java.base left out, as a descriptor says it. */
    Set<String> requires(String name) {
        return descriptor(name).requires().stream()
                .filter(each -> !each.name().equals("java.base"))
                .map(each -> each.modifiers().stream()
                                .map(modifier -> modifier.name().toLowerCase(Locale.ROOT) + " ")
                                .sorted()
                                .collect(Collectors.joining())
                        + each.name())
                .collect(Collectors.toSet());
    }

    List<JarChange.Kind> changes(String name) {
        return module(name).changed().stream()
                .flatMap(changed -> changed.changes().stream())
                .map(JarChange::kind)
                .toList();
    }

    Path copy(String name) throws IOException {
        return Optional.of(module(name))
                .flatMap(ApplicationModule::changed)
                .orElseThrow()
                .written();
    }
}
