package io.whittle.assembler.plan;

import io.whittle.assembler.modular.ModularPath;
import io.whittle.assembler.modules.JarEdges;
import io.whittle.assembler.modules.ModuleIndex;
import io.whittle.assembler.modules.PathEntry;
import io.whittle.assembler.modules.TargetJdk;
import io.whittle.assembler.testing.Golden;
import io.whittle.assembler.testing.TestElf;
import io.whittle.assembler.testing.TestJdk;
import io.whittle.assembler.testing.TestModule;
import io.whittle.graph.catalog.CatalogException;
import io.whittle.graph.catalog.CatalogReader;
import io.whittle.graph.catalog.FeatureCatalog;
import io.whittle.graph.catalog.Platform;
import io.whittle.graph.resolve.ReplacingCatalog;
import io.whittle.graph.resolve.Request;
import io.whittle.graph.resolve.Resolution;
import io.whittle.graph.resolve.Resolver;
import io.whittle.graph.resolve.UnresolvableException;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** A catalogue, a module path and a JDK, and what planning says of them. */
public final class Scene {
    private final Path folder;
    private final List<PathEntry> path = new ArrayList<>();
    private final SortedMap<String, String> replacing = new TreeMap<>();
    private String catalog;
    private String profile = "small";
    private Platform platform = Platform.parse("linux/amd64");
    private TargetJdk jdk;
    private boolean ignoreSignatures;
    private JarEdges edges = JarEdges.UNKNOWN;

    public Scene(Path folder, String catalog) {
        this.folder = folder;
        this.catalog = "schema: 1\n" + catalog;
        this.jdk = TestJdk.onPaper(folder);
    }

    public Scene with(TestModule... modules) {
        for (TestModule module : modules) {
            path.add(module.jar(folder));
        }
        return this;
    }

    public Scene with(PathEntry entry) {
        path.add(entry);
        return this;
    }

    public Scene profile(String name) {
        profile = name;
        return this;
    }

    /** Plans for another platform; a JDK on paper becomes one for it. */
    public Scene on(String platformText) {
        platform = Platform.parse(platformText);
        if (jdk.home().startsWith(folder)) {
            TestJdk.withJava(jdk, TestElf.program(platform));
        }
        return this;
    }

    /** Plans for another platform with the JDK as it is. */
    Scene onForeign(String platformText) {
        platform = Platform.parse(platformText);
        return this;
    }

    public Scene jdk(TargetJdk other) {
        jdk = other;
        return this;
    }

    public Scene ignoringSignatures() {
        ignoreSignatures = true;
        return this;
    }

    /** Puts an artifact behind a module, as the user of one build does. */
    Scene replacing(String module, String artifact) {
        replacing.put(module, artifact);
        return this;
    }

    /** What jars depend on; nobody tells otherwise. */
    Scene edges(JarEdges others) {
        edges = others;
        return this;
    }

    List<PathEntry> path() {
        return path;
    }

    public ImagePlan plan() throws LinkException {
        try {
            FeatureCatalog read = ReplacingCatalog.of(
                    CatalogReader.read(Path.of("feature-tags.yaml"), catalog).catalog(), replacing);
            Resolution resolution = Resolver.resolve(read, new Request(profile, platform));
            ModularPath modular = new ModularPath(ModuleIndex.of(path), read, edges, jdk, folder.resolve("out"));
            return Planner.plan(new PlanInput(
                    read,
                    resolution,
                    modular.found(),
                    modular.in(resolution),
                    new JarPath(path, edges),
                    modular.jars(resolution),
                    jdk,
                    ignoreSignatures));
        } catch (CatalogException | UnresolvableException wrongTest) {
            throw new AssertionError("the test's own catalogue is wrong", wrongTest);
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
    }

    /** Everything that stands against a plan; fails when nothing does. */
    List<String> faults() {
        LinkException refused = catchThrowableOfType(LinkException.class, this::plan);
        assertThat(refused).as("planning must fail").isNotNull();
        return refused.faults().stream()
                .map(fault -> fault.replace(folder.toString(), "<dir>")
                        .replace("the Java " + Runtime.version().feature() + " that", "the Java <this> that"))
                .toList();
    }

    /** Holds the full text of all faults against a golden file. */
    void saysWhatStandsIn(String file) {
        Golden.hold("messages/" + file, String.join("\n\n", faults()) + "\n");
    }
}
