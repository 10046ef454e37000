package io.whittle.assembler.audit;

import io.whittle.assembler.evidence.Use;
import io.whittle.graph.catalog.Edge;
import io.whittle.graph.explain.ExplanationJson;
import io.whittle.graph.json.JsonText;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The evidence for one edge as a document, whose schema is docs/explanation.schema.json. */
public final class EdgeJson {
    private EdgeJson() {}

    /** The document. */
    public static String write(EdgeEvidence evidence) {
        String name = evidence.from().orElse("base") + ":" + evidence.to();
        ObjectNode document = ExplanationJson.begin("edge", name, evidence.catalog());
        evidence.from().ifPresent(feature -> document.put("feature", feature));
        document.put("target", evidence.to());
        ArrayNode declared = document.putArray("declared");
        for (Edge edge : evidence.declared()) {
            ObjectNode entry = declared.addObject();
            ExplanationJson.addPlace(entry, edge.target().place());
            entry.put("when", edge.when().toString());
        }
        document.put("bearsAbsence", evidence.bearsAbsence());
        ArrayNode uses = document.putArray("uses");
        evidence.uses().forEach(way -> addUse(uses.addObject(), way));
        ArrayNode services = document.putArray("services");
        for (EdgeEvidence.Asked asked : evidence.services()) {
            ObjectNode entry = services.addObject().put("service", asked.use().service());
            entry.put("optional", asked.use().optional());
            AuditJson.add(entry.putObject("place"), asked.use().place());
            ArrayNode providers = entry.putArray("providers");
            asked.provisions()
                    .forEach(provision -> providers
                            .addObject()
                            .put("module", provision.module())
                            .put("class", provision.provider()));
        }
        return JsonText.of(document);
    }

    private static void addUse(ObjectNode entry, EdgeEvidence.Way way) {
        Use use = way.use();
        entry.put("grade", use.grade().word()).put("optional", use.optional());
        entry.put("from", use.from()).put("to", use.to()).put("what", use.what());
        if (!way.through().equals(use.from())) {
            entry.put("through", way.through());
        }
        ArrayNode places = entry.putArray("places");
        use.places().forEach(place -> AuditJson.add(places.addObject(), place));
        entry.put("count", use.count());
    }
}
