package io.whittle.assembler.diff;

import io.whittle.graph.catalog.ArtifactRule;
import io.whittle.graph.catalog.Capability;
import io.whittle.graph.catalog.Choice;
import io.whittle.graph.catalog.Conflict;
import io.whittle.graph.catalog.Edge;
import io.whittle.graph.catalog.Feature;
import io.whittle.graph.catalog.FeatureBody;
import io.whittle.graph.catalog.FeatureCatalog;
import io.whittle.graph.catalog.ImageOptions;
import io.whittle.graph.catalog.JdkModule;
import io.whittle.graph.catalog.Launcher;
import io.whittle.graph.catalog.Mention;
import io.whittle.graph.catalog.PlatformCondition;
import io.whittle.graph.catalog.Profile;
import io.whittle.graph.catalog.Variant;
import io.whittle.graph.catalog.Word;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a catalogue says, as statements without places: an edit that moves lines or reasons changes none of them. Whether a
 * check asks otherwise than before, and summaries, are not among them.
 */
final class CatalogStatements {
    private final SortedSet<String> said = new TreeSet<>();

    private CatalogStatements() {}

    /** The statements, by subject. Linear in the catalogue. */
    static SortedMap<Subject, SortedSet<String>> of(FeatureCatalog catalog) {
        SortedMap<Subject, SortedSet<String>> all = new TreeMap<>();
        CatalogStatements base = new CatalogStatements();
        base.body(catalog.base().body(), "");
        all.put(new Subject(Subject.Kind.BASE, "base"), base.said);
        catalog.features().forEach((name, feature) -> all.put(new Subject(Subject.Kind.FEATURE, name), of(feature)));
        catalog.capabilities()
                .forEach((name, capability) -> all.put(new Subject(Subject.Kind.CAPABILITY, name), of(capability)));
        catalog.profiles().forEach((name, profile) -> all.put(new Subject(Subject.Kind.PROFILE, name), of(profile)));
        catalog.checks().keySet().forEach(name -> all.put(new Subject(Subject.Kind.CHECK, name), new TreeSet<>()));
        CatalogStatements image = new CatalogStatements();
        image.options(catalog.image(), "");
        all.put(new Subject(Subject.Kind.IMAGE, "image"), image.said);
        catalog.artifacts().forEach((name, rule) -> all.put(new Subject(Subject.Kind.ARTIFACT, name), of(rule)));
        return all;
    }

    private static SortedSet<String> of(Feature feature) {
        CatalogStatements statements = new CatalogStatements();
        if (feature.internal()) {
            statements.said.add("internal");
        }
        statements.onlyWhere("platforms", feature.platforms());
        statements.body(feature.body(), "");
        for (Variant variant : feature.variants()) {
            statements.said.add("variant" + when(variant.when()));
            statements.body(variant.body(), when(variant.when()));
        }
        statements.edges("recommends", feature.recommends(), "");
        statements.mentions("uses if present", feature.ifPresent(), "");
        for (Conflict conflict : feature.conflicts()) {
            statements.said.add("conflicts with " + conflict.feature() + when(conflict.when()));
        }
        if (!feature.auto().isEmpty()) {
            statements.said.add("in by itself with " + names(feature.auto(), " and "));
        }
        statements.mentions("fallback module", feature.fallback(), "");
        statements.mentions("check", feature.checks(), "");
        return statements.said;
    }

    private static SortedSet<String> of(Capability capability) {
        SortedSet<String> said = new TreeSet<>();
        said.add("providers " + names(capability.providers(), ", "));
        if (capability.exclusive()) {
            said.add("one provider at most");
        }
        return said;
    }

    private static SortedSet<String> of(Profile profile) {
        CatalogStatements statements = new CatalogStatements();
        profile.parent().ifPresent(parent -> statements.said.add("extends " + parent));
        profile.includeAll().ifPresent(place -> statements.said.add("includes all"));
        statements.words("includes", profile.include());
        statements.words("excludes", profile.exclude());
        for (Choice choice : profile.choose()) {
            statements.said.add("chooses for " + choice.capability() + " "
                    + choice.providers().stream()
                            .map(edge -> edge.target() + when(edge.when()))
                            .collect(Collectors.joining(", ")));
        }
        profile.recommends().ifPresent(follows -> statements.said.add("recommends: " + follows));
        statements.mentions("forbids module", profile.forbid(), "");
        profile.platforms()
                .ifPresent(named -> named.forEach(each -> statements.said.add("platform " + each.platform())));
        profile.budgets()
                .forEach((name, budget) -> statements.said.add(
                        "budget " + name + " " + budget.limit().text()));
        profile.replace().forEach((module, artifact) -> statements.said.add("replaces " + module + " by " + artifact));
        statements.options(profile.image(), "image ");
        return statements.said;
    }

    private static SortedSet<String> of(ArtifactRule rule) {
        CatalogStatements statements = new CatalogStatements();
        rule.as().ifPresent(as -> statements.said.add("as " + as.name().toLowerCase(Locale.ROOT)));
        rule.module().ifPresent(module -> statements.said.add("module " + module));
        statements.mentions("requires", rule.requires(), "");
        statements.mentions("optional", rule.optional(), "");
        rule.natives()
                .ifPresent(natives ->
                        statements.said.add("natives " + natives.name().toLowerCase(Locale.ROOT)));
        return statements.said;
    }

    private void options(ImageOptions image, String prefix) {
        image.launchers().values().forEach(launcher -> said.add(prefix + "launcher " + words(launcher)));
        image.compress().ifPresent(compress -> said.add(prefix + "compress " + compress));
        image.optimize().ifPresent(aim -> said.add(prefix + "optimize " + aim));
        image.strip().ifPresent(strip -> said.add(prefix + "strip " + sorted(strip)));
        image.locales().ifPresent(locales -> said.add(prefix + "locales " + sorted(locales)));
        image.cds().ifPresent(cds -> said.add(prefix + "cds " + cds));
        image.train().ifPresent(train -> said.add(prefix + "train " + sorted(train)));
        image.features().ifPresent(file -> said.add(prefix + "features " + file));
    }

    private static String words(Launcher launcher) {
        return launcher.name() + " of "
                + launcher.module().map(module -> module + "/").orElse("") + launcher.main()
                + (launcher.jvm().isEmpty() ? "" : ", jvm " + String.join(" ", launcher.jvm()))
                + (launcher.args().isEmpty() ? "" : ", args " + String.join(" ", launcher.args()));
    }

    // Their order means nothing, and none at all is another word than to say nothing.
    private static String sorted(List<Mention> mentions) {
        return mentions.isEmpty()
                ? "none"
                : mentions.stream().map(Mention::text).sorted().collect(Collectors.joining(", "));
    }

    private void body(FeatureBody body, String suffix) {
        mentions("module", body.modules(), suffix);
        mentions("artifact", body.artifacts(), suffix);
        for (JdkModule needed : body.jdkModules()) {
            said.add("JDK module " + needed.module() + (needed.whereItExists() ? "?" : "") + suffix);
        }
        edges("requires", body.requires(), suffix);
        edges("needs", body.needs(), suffix);
    }

    private void edges(String verb, List<Edge> edges, String suffix) {
        edges.forEach(edge -> said.add(verb + " " + edge.target() + when(edge.when()) + suffix));
    }

    private void mentions(String word, Collection<Mention> mentions, String suffix) {
        mentions.forEach(mention -> said.add(word + " " + mention + suffix));
    }

    private void words(String verb, List<Word> words) {
        words.forEach(word -> said.add(verb + " " + word.feature() + when(word.when())));
    }

    private void onlyWhere(String word, PlatformCondition where) {
        if (!where.equals(PlatformCondition.ALWAYS)) {
            said.add(word + " " + where);
        }
    }

    private static String when(PlatformCondition condition) {
        return condition.equals(PlatformCondition.ALWAYS) ? "" : " when " + condition;
    }

    private static String names(List<Mention> mentions, String between) {
        return mentions.stream().map(Mention::text).collect(Collectors.joining(between));
    }
}
