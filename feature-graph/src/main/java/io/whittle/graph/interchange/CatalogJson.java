package io.whittle.graph.interchange;

import io.whittle.graph.catalog.ArtifactRule;
import io.whittle.graph.catalog.Budget;
import io.whittle.graph.catalog.Capability;
import io.whittle.graph.catalog.Choice;
import io.whittle.graph.catalog.Conflict;
import io.whittle.graph.catalog.DynamicUse;
import io.whittle.graph.catalog.Edge;
import io.whittle.graph.catalog.Feature;
import io.whittle.graph.catalog.FeatureBody;
import io.whittle.graph.catalog.FeatureCatalog;
import io.whittle.graph.catalog.ImageOptions;
import io.whittle.graph.catalog.JdkModule;
import io.whittle.graph.catalog.Launcher;
import io.whittle.graph.catalog.Mention;
import io.whittle.graph.catalog.Place;
import io.whittle.graph.catalog.PlatformCondition;
import io.whittle.graph.catalog.Profile;
import io.whittle.graph.catalog.Variant;
import io.whittle.graph.catalog.Word;
import io.whittle.graph.json.JsonText;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Locale;

/**
 * Writes a whole catalogue as a document for other tools, whose schema is docs/catalog.schema.json. Short forms of the
 * file are written out: every entry of a list is an object of one shape, with its place. Features, capabilities, profiles
 * and checks come by name; lists whose order means something keep it. The same catalogue gives the same bytes everywhere.
 */
public final class CatalogJson {
    /** The version of the document's schema. */
    public static final int SCHEMA = 1;

    private final ObjectNode document = JsonNodeFactory.instance.objectNode();

    private CatalogJson() {}

    /** The document of a catalogue. */
    public static String write(FeatureCatalog catalog) {
        CatalogJson json = new CatalogJson();
        json.add(catalog);
        return JsonText.of(json.document);
    }

    private void add(FeatureCatalog catalog) {
        document.put("schema", SCHEMA);
        ObjectNode about = document.putObject("catalog");
        catalog.name().ifPresent(name -> about.put("name", name.text()));
        about.put("file", String.valueOf(catalog.source().file().getFileName()));
        ObjectNode base = document.putObject("base");
        addBody(base, catalog.base().body());
        addDynamic(base, catalog.base().dynamic());
        ArrayNode features = document.putArray("features");
        catalog.features().values().forEach(feature -> addFeature(features.addObject(), feature));
        ArrayNode capabilities = document.putArray("capabilities");
        catalog.capabilities().values().forEach(capability -> addCapability(capabilities.addObject(), capability));
        addImage(document.putObject("image"), catalog.image());
        ArrayNode profiles = document.putArray("profiles");
        catalog.profiles().values().forEach(profile -> addProfile(profiles.addObject(), profile));
        ArrayNode checks = document.putArray("checks");
        catalog.checks().values().forEach(check -> CheckJson.add(checks.addObject(), check));
        ArrayNode artifacts = document.putArray("artifacts");
        catalog.artifacts().values().forEach(rule -> addRule(artifacts.addObject(), rule));
        ObjectNode tags = document.putObject("tags");
        catalog.tags().omitted().ifPresent(omitted -> tags.put("omitted", omitted.text()));
        catalog.tags().included().ifPresent(included -> tags.put("included", included.text()));
    }

    private static void addRule(ObjectNode entry, ArtifactRule rule) {
        addMention(entry, "artifact", rule.artifact());
        rule.as().ifPresent(as -> entry.put("as", as.name().toLowerCase(Locale.ROOT)));
        rule.module().ifPresent(module -> entry.put("module", module.text()));
        addTexts(entry.putArray("requires"), texts(rule.requires()));
        addTexts(entry.putArray("optional"), texts(rule.optional()));
        rule.natives().ifPresent(natives -> entry.put("natives", natives.name().toLowerCase(Locale.ROOT)));
    }

    private static void addFeature(ObjectNode entry, Feature feature) {
        addMention(entry, "feature", feature.name());
        feature.summary().ifPresent(summary -> entry.put("summary", summary));
        entry.put("internal", feature.internal());
        if (!feature.platforms().equals(PlatformCondition.ALWAYS)) {
            entry.put("platforms", feature.platforms().toString());
        }
        addBody(entry, feature.body());
        ArrayNode variants = entry.putArray("variants");
        for (Variant variant : feature.variants()) {
            ObjectNode each = variants.addObject().put("when", variant.when().toString());
            addPlace(each, variant.place());
            addBody(each, variant.body());
        }
        addEdges(entry.putArray("recommends"), "feature", feature.recommends());
        addMentions(entry.putArray("ifPresent"), "feature", feature.ifPresent());
        ArrayNode conflicts = entry.putArray("conflicts");
        for (Conflict conflict : feature.conflicts()) {
            ObjectNode each = conflicts.addObject();
            addMention(each, "feature", conflict.feature());
            conflict.because().ifPresent(because -> each.put("because", because));
            addWhen(each, conflict.when());
        }
        addMentions(entry.putArray("auto"), "feature", feature.auto());
        addMentions(entry.putArray("fallback"), "module", feature.fallback());
        addMentions(entry.putArray("checks"), "check", feature.checks());
        addDynamic(entry, feature.dynamic());
        feature.tag().ifPresent(tag -> entry.put("tag", tag.name().toLowerCase(Locale.ROOT)));
    }

    private static void addBody(ObjectNode entry, FeatureBody body) {
        addMentions(entry.putArray("modules"), "module", body.modules());
        addMentions(entry.putArray("artifacts"), "artifact", body.artifacts());
        ArrayNode jdkModules = entry.putArray("jdkModules");
        for (JdkModule module : body.jdkModules()) {
            ObjectNode each = jdkModules.addObject();
            addMention(each, "module", module.module());
            each.put("whereItExists", module.whereItExists());
        }
        addEdges(entry.putArray("requires"), "feature", body.requires());
        addEdges(entry.putArray("needs"), "capability", body.needs());
    }

    private static void addDynamic(ObjectNode entry, List<DynamicUse> uses) {
        ArrayNode dynamic = entry.putArray("dynamic");
        for (DynamicUse use : uses) {
            ObjectNode each = dynamic.addObject();
            addMention(each, "loads", use.loads());
            use.how().ifPresent(how -> each.put("how", how.text()));
        }
    }

    private static void addCapability(ObjectNode entry, Capability capability) {
        addMention(entry, "capability", capability.name());
        entry.put("exclusive", capability.exclusive());
        addMentions(entry.putArray("providers"), "feature", capability.providers());
    }

    private static void addImage(ObjectNode entry, ImageOptions image) {
        ArrayNode launchers = entry.putArray("launchers");
        for (Launcher launcher : image.launchers().values()) {
            ObjectNode each = launchers.addObject();
            addMention(each, "launcher", launcher.name());
            launcher.module().ifPresent(module -> each.put("module", module.text()));
            each.put("main", launcher.main().text());
            addTexts(each.putArray("jvm"), launcher.jvm());
            addTexts(each.putArray("args"), launcher.args());
        }
        image.compress().ifPresent(compress -> entry.put("compress", compress.text()));
        image.optimize().ifPresent(aim -> entry.put("optimize", aim.text()));
        image.strip().ifPresent(strip -> addTexts(entry.putArray("strip"), texts(strip)));
        image.locales().ifPresent(locales -> addTexts(entry.putArray("locales"), texts(locales)));
        image.cds().ifPresent(cds -> entry.put("cds", cds.text()));
        image.train().ifPresent(train -> addTexts(entry.putArray("train"), texts(train)));
        image.features().ifPresent(file -> entry.put("features", file.text()));
    }

    private static void addProfile(ObjectNode entry, Profile profile) {
        addMention(entry, "profile", profile.name());
        profile.summary().ifPresent(summary -> entry.put("summary", summary));
        profile.parent().ifPresent(parent -> entry.put("extends", parent.text()));
        entry.put("includeAll", profile.includeAll().isPresent());
        addWords(entry.putArray("include"), profile.include());
        addWords(entry.putArray("exclude"), profile.exclude());
        ArrayNode choose = entry.putArray("choose");
        for (Choice choice : profile.choose()) {
            ObjectNode each = choose.addObject();
            addMention(each, "capability", choice.capability());
            addEdges(each.putArray("providers"), "feature", choice.providers());
        }
        profile.recommends().ifPresent(recommends -> entry.put("recommends", recommends));
        addMentions(entry.putArray("forbid"), "module", profile.forbid());
        profile.platforms()
                .ifPresent(platforms -> addTexts(
                        entry.putArray("platforms"),
                        platforms.stream()
                                .map(mention -> mention.platform().toString())
                                .toList()));
        ArrayNode budgets = entry.putArray("budgets");
        profile.budgets().forEach((name, budget) -> addBudget(budgets.addObject(), name, budget));
        ArrayNode replace = entry.putArray("replace");
        profile.replace().forEach((module, artifact) -> {
            ObjectNode each = replace.addObject().put("module", module);
            addMention(each, "artifact", artifact);
        });
        addImage(entry.putObject("image"), profile.image());
    }

    private static void addWords(ArrayNode array, List<Word> words) {
        for (Word word : words) {
            ObjectNode each = array.addObject();
            addMention(each, "feature", word.feature());
            word.because().ifPresent(because -> each.put("because", because));
            addWhen(each, word.when());
        }
    }

    // Bytes or milliseconds, so that nobody has to read units.
    private static void addBudget(ObjectNode entry, String name, Budget budget) {
        addMention(entry.put("budget", name), "limit", budget.limit());
        entry.put("amount", budget.amount()).put("unit", name.equals("start") ? "ms" : "B");
    }

    private static void addEdges(ArrayNode array, String key, List<Edge> edges) {
        for (Edge edge : edges) {
            ObjectNode each = array.addObject();
            addMention(each, key, edge.target());
            addWhen(each, edge.when());
        }
    }

    static void addMentions(ArrayNode array, String key, List<Mention> mentions) {
        mentions.forEach(mention -> addMention(array.addObject(), key, mention));
    }

    static void addMention(ObjectNode entry, String key, Mention mention) {
        entry.put(key, mention.text());
        addPlace(entry, mention.place());
    }

    static void addWhen(ObjectNode entry, PlatformCondition when) {
        if (!when.equals(PlatformCondition.ALWAYS)) {
            entry.put("when", when.toString());
        }
    }

    private static void addPlace(ObjectNode entry, Place place) {
        entry.put("line", place.line()).put("column", place.column());
    }

    private static List<String> texts(List<Mention> mentions) {
        return mentions.stream().map(Mention::text).toList();
    }

    private static void addTexts(ArrayNode array, List<String> texts) {
        texts.forEach(array::add);
    }
}
