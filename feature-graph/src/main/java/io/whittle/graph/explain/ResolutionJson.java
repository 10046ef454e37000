package io.whittle.graph.explain;

import io.whittle.graph.catalog.Notice;
import io.whittle.graph.json.JsonText;
import io.whittle.graph.resolve.Allowlist;
import io.whittle.graph.resolve.Decision;
import io.whittle.graph.resolve.JdkNeed;
import io.whittle.graph.resolve.Need;
import io.whittle.graph.resolve.Ownership;
import io.whittle.graph.resolve.ProviderChoice;
import io.whittle.graph.resolve.Resolution;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Locale;

/**
 * Writes resolution.json, whose schema is docs/resolution.schema.json. Everything is in a fixed order, lines end with
 * {@code \n}, and no path of this machine is in it: the same resolution gives the same bytes everywhere.
 */
public final class ResolutionJson {
    /** The version of the document's schema. */
    public static final int SCHEMA = 1;

    private final Resolution resolution;
    private final ObjectNode document = JsonNodeFactory.instance.objectNode();

    private ResolutionJson(Resolution resolution) {
        this.resolution = resolution;
    }

    /** The document of a resolution. */
    public static String write(Resolution resolution) {
        ResolutionJson json = new ResolutionJson(resolution);
        json.addResolution("closure");
        return json.text();
    }

    /** The document of what an allowlist builds: the same, and the requirements it breaks. */
    public static String write(Allowlist allowlist) {
        ResolutionJson json = new ResolutionJson(allowlist.built());
        json.addResolution("allowlist");
        json.addGaps(allowlist);
        return json.text();
    }

    private String text() {
        return JsonText.of(document);
    }

    private void addResolution(String strategy) {
        document.put("schema", SCHEMA);
        ObjectNode catalog = document.putObject("catalog");
        resolution.catalog().ifPresent(name -> catalog.put("name", name));
        catalog.put("file", String.valueOf(resolution.source().file().getFileName()));
        document.put("profile", resolution.profile().name());
        ArrayNode parents = document.putArray("extends");
        resolution.profile().lineage().stream().skip(1).forEach(parents::add);
        document.put("platform", resolution.platform().toString());
        document.put("strategy", strategy);
        ArrayNode features = document.putArray("features");
        resolution.features().values().forEach(decision -> addFeature(features.addObject(), decision));
        ArrayNode choices = document.putArray("choices");
        resolution.choices().values().forEach(choice -> addChoice(choices.addObject(), choice));
        ArrayNode modules = document.putArray("modules");
        resolution.modules().forEach((module, owner) -> {
            ObjectNode entry = modules.addObject().put("module", module);
            addOwner(entry.putObject("owner"), owner);
        });
        ArrayNode jdkModules = document.putArray("jdkModules");
        resolution.jdkModules().values().forEach(need -> addJdkNeed(jdkModules.addObject(), need));
        ArrayNode artifacts = document.putArray("artifacts");
        resolution.artifacts().forEach((artifact, owners) -> {
            ObjectNode entry = artifacts.addObject().put("artifact", artifact);
            addOwners(entry, owners);
        });
        ArrayNode warnings = document.putArray("warnings");
        for (Notice warning : resolution.warnings()) {
            ExplanationJson.addPlace(warnings.addObject().put("text", warning.text()), warning.place());
        }
    }

    private void addFeature(ObjectNode entry, Decision decision) {
        Explanation explanation = Explanation.of(resolution, decision.feature());
        entry.put("feature", decision.feature());
        entry.put("in", decision.isIn());
        ObjectNode reason = entry.putObject("reason");
        ExplanationJson.addReason(reason, explanation);
    }

    private void addGaps(Allowlist allowlist) {
        ExplanationJson.addChain(document.putArray("gaps"), allowlist.gaps());
        ArrayNode unmet = document.putArray("unmet");
        allowlist.unmet().forEach(need -> addNeed(unmet.addObject(), need));
        ArrayNode missing = document.putArray("missing");
        allowlist
                .missing()
                .forEach((feature, chain) -> ExplanationJson.addChain(
                        missing.addObject().put("feature", feature).putArray("via"), chain));
    }

    private static void addJdkNeed(ObjectNode entry, JdkNeed need) {
        entry.put("module", need.module());
        entry.put("whereItExists", need.whereItExists());
        addOwners(entry, need.owners());
    }

    private static void addOwners(ObjectNode entry, List<Ownership> owners) {
        ArrayNode array = entry.putArray("owners");
        owners.forEach(owner -> addOwner(array.addObject(), owner));
    }

    private static void addOwner(ObjectNode entry, Ownership owner) {
        if (owner instanceof Ownership.ByFeature feature) {
            entry.put("kind", "feature").put("feature", feature.name());
        } else if (owner instanceof Ownership.ByVariant variant) {
            entry.put("kind", "variant").put("feature", variant.name());
            entry.put("when", variant.when().toString());
        } else if (owner instanceof Ownership.ByFallback fallback) {
            entry.put("kind", "fallback").put("feature", fallback.name());
        } else {
            entry.put("kind", "base");
        }
        ExplanationJson.addPlace(entry, owner.place());
    }

    private static void addNeed(ObjectNode entry, Need need) {
        need.feature().ifPresent(feature -> entry.put("feature", feature));
        entry.put("needs", need.capability());
        ExplanationJson.addPlace(entry, need.place());
    }

    private static void addChoice(ObjectNode entry, ProviderChoice choice) {
        entry.put("capability", choice.capability()).put("provider", choice.provider());
        entry.put("by", choice.by().name().toLowerCase(Locale.ROOT));
        ArrayNode passedOver = entry.putArray("passedOver");
        choice.passedOver().forEach(passedOver::add);
    }
}
