package io.whittle.assembler.audit;

import io.whittle.assembler.evidence.AskedByModule;
import io.whittle.assembler.evidence.Evidence;
import io.whittle.assembler.jdkneeds.JdkAnswers;
import io.whittle.assembler.jdkneeds.JdkInquiry;
import io.whittle.assembler.modules.JarEdges;
import io.whittle.assembler.modules.ModuleIndex;
import io.whittle.assembler.modules.PathEntry;
import io.whittle.assembler.modules.TargetJdk;
import io.whittle.assembler.testing.TestJdk;
import io.whittle.assembler.testing.TestReactor;
import io.whittle.graph.catalog.CatalogReader;
import io.whittle.graph.catalog.FeatureCatalog;
import io.whittle.graph.catalog.Platform;
import io.whittle.graph.resolve.EffectiveProfile;
import io.whittle.graph.resolve.Request;
import io.whittle.graph.resolve.Resolution;
import io.whittle.graph.resolve.Resolver;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Modules and a catalogue, to be held against one another. */
final class AuditCase {
    private static final TargetJdk JDK = TestJdk.running();

    private static final Optional<JdkAnswers> ANSWERS = answers();

    private final ModuleIndex index;
    private final JarEdges edges;
    private final Evidence evidence;
    private final List<AskedByModule> asked;

    AuditCase(Path folder, TestReactor reactor) throws Exception {
        this(reactor.folders(folder));
    }

    AuditCase(List<PathEntry> path) throws Exception {
        this(path, JarEdges.UNKNOWN);
    }

    AuditCase(List<PathEntry> path, JarEdges edges) throws Exception {
        this.edges = edges;
        this.index = ModuleIndex.of(path);
        this.evidence = Evidence.of(index, JDK.modules().values());
        this.asked = evidence.asked();
    }

    /** Audits every profile of a catalogue, on its platforms or on these. */
    Audit audit(String catalog, String... platforms) throws Exception {
        return audit(Set.of(), catalog, platforms);
    }

    /** The same, where some findings were accepted. */
    Audit audit(Set<AuditFinding.Key> accepted, String catalog, String... platforms) throws Exception {
        FeatureCatalog read = CatalogReader.read(Path.of("feature-tags.yaml"), "schema: 1\n" + catalog)
                .catalog();
        List<Resolution> images = new ArrayList<>();
        for (String profile : read.profiles().keySet()) {
            EffectiveProfile effective = EffectiveProfile.of(read, profile);
            List<Platform> own = effective.platforms().isPresent()
                    ? effective.platforms().get().value().stream()
                            .map(mention -> mention.platform())
                            .toList()
                    : List.of(platforms).stream().map(Platform::parse).toList();
            for (Platform platform : own) {
                images.add(Resolver.resolve(read, new Request(profile, platform)));
            }
        }
        return Auditor.audit(new AuditInput(read, index, edges, JDK, evidence, asked, ANSWERS, images), accepted);
    }

    /** What is found, in short: {@code undeclared-requirement dns > netstack bytecode in small}. */
    List<String> findings(String catalog) throws Exception {
        return audit(catalog, "linux/amd64").findings().stream()
                .map(AuditCase::word)
                .toList();
    }

    private static Optional<JdkAnswers> answers() {
        try {
            return Optional.of(((JdkInquiry.Told) JdkInquiry.of(JDK, Optional.empty())).answers());
        } catch (IOException | InterruptedException broken) {
            throw new IllegalStateException(broken);
        }
    }

    static String word(AuditFinding finding) {
        return finding.code().word() + " " + finding.feature().orElse("base") + " > " + finding.target()
                + finding.grade().map(grade -> " " + grade.word()).orElse("")
                + (finding.bites().isEmpty()
                        ? ""
                        : " in "
                                + String.join(
                                        ", ",
                                        finding.bites().stream()
                                                .map(Bite::profile)
                                                .distinct()
                                                .toList()));
    }
}
