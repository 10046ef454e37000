package io.whittle.assembler.explain;

import io.whittle.graph.explain.ExplanationJson;
import io.whittle.graph.explain.FeatureExplanation;
import io.whittle.graph.json.JsonText;
import io.whittle.graph.resolve.Ownership;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes explanations of modules and artifacts, whose schema is docs/explanation.schema.json. */
public final class ModuleExplanationJson {
    private final ExplanationJson parts;

    private ModuleExplanationJson(ExplanationJson parts) {
        this.parts = parts;
    }

    /** The document of a module. */
    public static String write(ModuleExplanation explanation) {
        ObjectNode document = ExplanationJson.begin("module", explanation.module(), explanation.catalog());
        new ModuleExplanationJson(new ExplanationJson(explanation.catalog())).addModule(document, explanation);
        return JsonText.of(document);
    }

    /** The document of an artifact. */
    public static String write(ArtifactExplanation explanation) {
        ObjectNode document = ExplanationJson.begin("artifact", explanation.artifact(), explanation.catalog());
        ModuleExplanationJson json = new ModuleExplanationJson(new ExplanationJson(explanation.catalog()));
        ArrayNode found = document.putArray("found");
        explanation.found().forEach(found::add);
        ArrayNode modules = document.putArray("modules");
        for (ModuleExplanation module : explanation.modules()) {
            json.addModule(modules.addObject().put("module", module.module()), module);
        }
        explanation.classPath().ifPresent(jar -> json.addModule(document.putObject("classPath"), jar));
        ArrayNode owners = document.putArray("owners");
        explanation.owners().forEach(owner -> addOwner(owners.addObject(), owner));
        ArrayNode features = document.putArray("features");
        for (FeatureExplanation feature : explanation.features()) {
            json.parts.addFeature(features.addObject().put("feature", feature.feature()), feature);
        }
        return JsonText.of(document);
    }

    private void addModule(ObjectNode entry, ModuleExplanation explanation) {
        ArrayNode unbuilt = entry.putArray("unbuilt");
        explanation.unbuilt().forEach(unbuilt::add);
        ArrayNode standings = entry.putArray("standings");
        for (ModuleStanding standing : explanation.standings()) {
            addStanding(standings.addObject(), standing);
        }
        parts.addRefusals(entry, explanation.refusals());
    }

    private void addStanding(ObjectNode node, ModuleStanding standing) {
        ExplanationJson.addWhere(node, standing.profile(), standing.platforms());
        node.put("in", standing.in());
        addWays(node.putArray("ways"), standing.ways());
        if (!standing.onClassPath().isEmpty()) {
            addWays(node.putArray("onClassPath"), standing.onClassPath());
        }
        ArrayNode features = node.putArray("features");
        standing.features().forEach((feature, why) -> {
            ObjectNode entry = features.addObject().put("feature", feature);
            entry.put("in", standing.featuresIn().contains(feature));
            ExplanationJson.addReason(entry.putObject("reason"), why);
        });
        standing.remedy().ifPresent(remedy -> parts.addRemedy(node.putObject("remedy"), remedy));
        addWays(node.putArray("remaining"), standing.remaining());
        ArrayNode going = node.putArray("modulesGoing");
        standing.modulesGoing().forEach(going::add);
        if (!standing.options().isEmpty()) {
            ArrayNode options = node.putArray("options");
            standing.options()
                    .forEach(option -> options.addObject()
                            .put("artifact", option.artifact())
                            .put("optional", option.module()));
        }
        standing.replaced().ifPresent(word -> {
            ObjectNode replaced = node.putObject("replaced")
                    .put("profile", word.profile())
                    .put("by", word.value().text());
            ExplanationJson.addPlace(replaced, word.value().place());
        });
        standing.forbidden()
                .ifPresent(word -> ExplanationJson.addPlace(
                        node.putObject("forbidden").put("profile", word.profile()),
                        word.value().place()));
    }

    private static void addWays(ArrayNode array, Iterable<ModuleWay> ways) {
        for (ModuleWay way : ways) {
            ObjectNode entry = array.addObject();
            addOwner(entry.putObject("owner"), way.owner());
            ArrayNode modules = entry.putArray("modules");
            way.modules().forEach(modules::add);
            way.reason()
                    .ifPresent(reason -> entry.putObject("reason")
                            .put("jar", reason.jar())
                            .put("requires", reason.module())
                            .put("class", reason.className()));
        }
    }

    private static void addOwner(ObjectNode entry, Ownership owner) {
        String kind = "base";
        if (owner instanceof Ownership.ByFallback) {
            kind = "fallback";
        } else if (owner.feature().isPresent()) {
            kind = owner instanceof Ownership.ByVariant ? "variant" : "feature";
        }
        entry.put("kind", kind);
        owner.feature().ifPresent(feature -> entry.put("feature", feature));
        if (owner instanceof Ownership.ByVariant variant) {
            entry.put("when", variant.when().toString());
        }
        ExplanationJson.addPlace(entry, owner.place());
    }
}
