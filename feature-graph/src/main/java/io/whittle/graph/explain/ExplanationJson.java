package io.whittle.graph.explain;

import io.whittle.graph.catalog.FeatureCatalog;
import io.whittle.graph.catalog.Mention;
import io.whittle.graph.catalog.Place;
import io.whittle.graph.catalog.Platform;
import io.whittle.graph.json.JsonText;
import io.whittle.graph.resolve.Edit;
import io.whittle.graph.resolve.Provision;
import io.whittle.graph.resolve.Recommendation;
import io.whittle.graph.resolve.Step;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.nio.file.Path;
import java.util.List;

/**
 * Writes explanations, whose schema is docs/explanation.schema.json. Everything is in a fixed order, lines end with {@code \n},
 * and no path of this machine is in it.
 */
public final class ExplanationJson {
    /** The version of the document's schema. */
    public static final int SCHEMA = 1;

    private final Path file;

    /** Writes parts of explanations of a catalogue. */
    public ExplanationJson(FeatureCatalog catalog) {
        this.file = catalog.source().file();
    }

    /** The document of a feature. */
    public static String write(FeatureExplanation explanation) {
        ObjectNode document = begin("feature", explanation.feature(), explanation.catalog());
        new ExplanationJson(explanation.catalog()).addFeature(document, explanation);
        return JsonText.of(document);
    }

    /**
     * Begins a document.
     *
     * @param kind of what is explained: {@code feature}, {@code module} or {@code artifact}
     * @param name of what is explained
     */
    public static ObjectNode begin(String kind, String name, FeatureCatalog catalog) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("schema", SCHEMA).put("kind", kind).put("name", name);
        ObjectNode described = document.putObject("catalog");
        catalog.name().map(Mention::text).ifPresent(text -> described.put("name", text));
        described.put("file", String.valueOf(catalog.source().file().getFileName()));
        return document;
    }

    /** Adds how it stands with a feature. */
    public void addFeature(ObjectNode entry, FeatureExplanation explanation) {
        ArrayNode standings = entry.putArray("standings");
        for (FeatureStanding standing : explanation.standings()) {
            ObjectNode node = standings.addObject();
            addWhere(node, standing.profile(), standing.platforms());
            node.put("in", standing.in());
            addReason(node.putObject("reason"), standing.explanation());
            standing.origin().ifPresent(origin -> addReason(node.putObject("origin"), origin));
            standing.remedy().ifPresent(remedy -> addRemedy(node.putObject("remedy"), remedy));
        }
        addRefusals(entry, explanation.refusals());
    }

    /** Adds a profile and platforms. */
    public static void addWhere(ObjectNode entry, String profile, List<Platform> platforms) {
        entry.put("profile", profile);
        ArrayNode array = entry.putArray("platforms");
        platforms.forEach(platform -> array.add(platform.toString()));
    }

    /** Adds why a feature is in or out. */
    public static void addReason(ObjectNode reason, Explanation explanation) {
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

    /** Adds what would change it. */
    public void addRemedy(ObjectNode entry, Remedy remedy) {
        entry.put("possible", remedy.isPossible());
        ArrayNode edits = entry.putArray("edits");
        remedy.edits().forEach(edit -> addEdit(edits.addObject(), edit));
        entry.put("oneOfSeveral", remedy.oneOfSeveral());
        ArrayNode goes = entry.putArray("goes");
        remedy.goes().forEach(goes::add);
        ArrayNode comes = entry.putArray("comes");
        remedy.comes().forEach((feature, why) -> {
            ObjectNode come = comes.addObject().put("feature", feature);
            addReason(come.putObject("reason"), why);
        });
        ArrayNode faults = entry.putArray("faults");
        remedy.refused()
                .ifPresent(refused -> refused.faults().forEach(fault -> {
                    addPlace(faults.addObject().put("text", portable(refused.text(fault))), fault.place());
                }));
    }

    /** Adds which profiles cannot be had. */
    public void addRefusals(ObjectNode entry, List<Refusal> refusals) {
        ArrayNode array = entry.putArray("refusals");
        for (Refusal refusal : refusals) {
            ObjectNode node = array.addObject();
            ArrayNode requests = node.putArray("requests");
            refusal.requests()
                    .forEach(request -> requests.addObject()
                            .put("profile", request.profile())
                            .put("platform", request.platform().toString()));
            ArrayNode faults = node.putArray("faults");
            for (int i = 0; i < refusal.faults().size(); i++) {
                addPlace(
                        faults.addObject().put("text", portable(refusal.texts().get(i))),
                        refusal.faults().get(i).place());
            }
        }
    }

    /** Adds a place. */
    public static void addPlace(ObjectNode entry, Place place) {
        entry.put("line", place.line()).put("column", place.column());
    }

    static void addChain(ArrayNode array, List<? extends Step> chain) {
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

    private static void addEdit(ObjectNode entry, Edit edit) {
        entry.put("profile", edit.profile());
        if (edit instanceof Edit.LeaveOut leaveOut) {
            entry.put("kind", "leave-out").put("feature", leaveOut.word().feature());
            addPlace(entry, leaveOut.word().place());
        } else if (edit instanceof Edit.Admit admit) {
            entry.put("kind", "admit").put("feature", admit.word().feature());
            addPlace(entry, admit.word().place());
        } else if (edit instanceof Edit.Exclude exclude) {
            entry.put("kind", "exclude").put("feature", exclude.feature());
        } else if (edit instanceof Edit.Ask ask) {
            entry.put("kind", "ask").put("feature", ask.feature());
        } else if (edit instanceof Edit.Narrow narrow) {
            entry.put("kind", "narrow").put("feature", narrow.word().feature());
            entry.put("when", narrow.when().toString());
            addPlace(entry, narrow.word().place());
        } else if (edit instanceof Edit.Choose choose) {
            entry.put("kind", "choose").put("feature", choose.provider()).put("capability", choose.capability());
        } else {
            Edit.ChooseOther other = (Edit.ChooseOther) edit;
            entry.put("kind", "choose-other").put("feature", other.choice().provider());
            entry.put("capability", other.choice().capability());
            addPlace(entry, other.choice().place());
        }
    }

    // Messages name the file as the user did.
    private String portable(String text) {
        return text.replace(file.toString(), String.valueOf(file.getFileName()));
    }
}
