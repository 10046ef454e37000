package io.whittle.assembler.audit;

import io.whittle.assembler.evidence.AskedByModule;
import io.whittle.assembler.evidence.Evidence;
import io.whittle.assembler.jdkneeds.JdkAnswers;
import io.whittle.assembler.modules.JarEdges;
import io.whittle.assembler.modules.ModuleIndex;
import io.whittle.assembler.modules.TargetJdk;
import io.whittle.graph.catalog.FeatureCatalog;
import io.whittle.graph.catalog.Platform;
import io.whittle.graph.resolve.Resolution;

import java.util.List;
import java.util.Optional;

/**
 * What an audit is made of.
 *
 * @param catalog what is declared
 * @param index the modules of the project and of what it depends on
 * @param edges what jars depend on
 * @param jdk the JDK that images are linked from
 * @param evidence what the code says
 * @param asked what the code asks of the JDK by name
 * @param answers which of the JDK's modules answer; empty where nobody could be asked
 * @param images what each profile comes to on each platform that is looked at
 */
public record AuditInput(
        FeatureCatalog catalog,
        ModuleIndex index,
        JarEdges edges,
        TargetJdk jdk,
        Evidence evidence,
        List<AskedByModule> asked,
        Optional<JdkAnswers> answers,
        List<Resolution> images) {
    public AuditInput {
        asked = List.copyOf(asked);
        images = List.copyOf(images);
    }

    /** The platforms of the images, each once. */
    List<Platform> platforms() {
        return images.stream().map(Resolution::platform).distinct().sorted().toList();
    }
}
