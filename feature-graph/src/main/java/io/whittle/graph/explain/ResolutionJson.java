package io.whittle.graph.explain;

import io.whittle.graph.catalog.Notice;
import io.whittle.graph.catalog.Place;
import io.whittle.graph.resolve.Allowlist;
import io.whittle.graph.resolve.Decision;
import io.whittle.graph.resolve.JdkNeed;
import io.whittle.graph.resolve.Need;
import io.whittle.graph.resolve.Ownership;
import io.whittle.graph.resolve.ProviderChoice;
import io.whittle.graph.resolve.Provision;
import io.whittle.graph.resolve.Recommendation;
import io.whittle.graph.resolve.Resolution;
import io.whittle.graph.resolve.Step;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;
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

    private static final DefaultIndenter INDENT = new DefaultIndenter("  ", "\n");
    private static final ObjectWriter WRITER = JsonMapper.builder()
            .build()
            .writer()
            .with(new DefaultPrettyPrinter().withObjectIndenter(INDENT).withArrayIndenter(INDENT));

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
        return WRITER.writeValueAsString(document) + "\n";
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
            addPlace(warnings.addObject().put("text", warning.text()), warning.place());
        }
    }

    private void addFeature(ObjectNode entry, Decision decision) {
        Explanation explanation = Explanation.of(resolution, decision.feature());
        entry.put("feature", decision.feature());
        entry.put("in", decision.isIn());
        ObjectNode reason = entry.putObject("reason");
        reason.put("kind", explanation.kind().word());
        reason.put("text", explanation.text());
        explanation.profile().ifPresent(profile -> reason.put("profile", profile));
        explanation.because().ifPresent(because -> reason.put("because", because));
        explanation.where().ifPresent(where -> reason.put("where", where.toString()));
        if (!explanation.via().isEmpty()) {
            addChain(reason.putArray("via"), explanation.via());
        }
        explanation.place().ifPresent(place -> addPlace(reason, place));
    }

    private void addGaps(Allowlist allowlist) {
        addChain(document.putArray("gaps"), allowlist.gaps());
        ArrayNode unmet = document.putArray("unmet");
        allowlist.unmet().forEach(need -> addNeed(unmet.addObject(), need));
        ArrayNode missing = document.putArray("missing");
        allowlist
                .missing()
                .forEach((feature, chain) ->
                        addChain(missing.addObject().put("feature", feature).putArray("via"), chain));
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
        addPlace(entry, owner.place());
    }

    private static void addChain(ArrayNode array, List<? extends Step> chain) {
        for (Step step : chain) {
            ObjectNode entry = array.addObject();
            step.from().ifPresent(feature -> entry.put("feature", feature));
            if (step instanceof Provision provision) {
                entry.put("needs", provision.need().capability()).put("provider", provision.provider());
            } else {
                entry.put(step instanceof Recommendation ? "recommends" : "requires", step.to());
            }
            addPlace(entry, step.place());
        }
    }

    private static void addNeed(ObjectNode entry, Need need) {
        need.feature().ifPresent(feature -> entry.put("feature", feature));
        entry.put("needs", need.capability());
        addPlace(entry, need.place());
    }

    private static void addChoice(ObjectNode entry, ProviderChoice choice) {
        entry.put("capability", choice.capability()).put("provider", choice.provider());
        entry.put("by", choice.by().name().toLowerCase(Locale.ROOT));
        ArrayNode passedOver = entry.putArray("passedOver");
        choice.passedOver().forEach(passedOver::add);
    }

    private static void addPlace(ObjectNode entry, Place place) {
        entry.put("line", place.line()).put("column", place.column());
    }
}
