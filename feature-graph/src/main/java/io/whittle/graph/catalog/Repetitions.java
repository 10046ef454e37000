package io.whittle.graph.catalog;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Finds what stands twice in one list. One name under two conditions is no repetition as long as there is no platform
 * on which both hold.
 */
final class Repetitions {
    private record Said(Mention mention, PlatformSet where) {}

    private final FeatureCatalog catalog;
    private final FaultLog faults;

    Repetitions(FeatureCatalog catalog, FaultLog faults) {
        this.catalog = catalog;
        this.faults = faults;
    }

    void check() {
        body(catalog.base().body());
        catalog.features().values().forEach(this::feature);
        catalog.capabilities().values().forEach(capability -> names(capability.providers(), "providers"));
        image(catalog.image());
        catalog.profiles().values().forEach(this::profile);
        catalog.checks().values().forEach(this::check);
        catalog.artifacts().values().forEach(this::artifact);
    }

    private void feature(Feature feature) {
        body(feature.body());
        feature.variants().forEach(variant -> body(variant.body()));
        edges(feature.recommends(), "recommends");
        names(feature.ifPresent(), "ifPresent");
        entries(feature.conflicts(), "conflicts", Conflict::feature, Conflict::when);
        names(feature.auto(), "auto");
        names(feature.checks(), "checks");
    }

    private void check(Check check) {
        names(check.with(), "with");
        names(check.surroundings().ports(), "ports");
    }

    private void artifact(ArtifactRule rule) {
        names(rule.requires(), "requires");
        names(rule.optional(), "optional");
    }

    // Modules are not looked at here: that one belongs to one owner, once, is ModuleClaims' to say.
    private void body(FeatureBody body) {
        names(body.artifacts(), "artifacts");
        names(body.jdkModules().stream().map(JdkModule::module).toList(), "jdkModules");
        edges(body.requires(), "requires");
        edges(body.needs(), "needs");
    }

    private void profile(Profile profile) {
        entries(profile.include(), "include", Word::feature, Word::when);
        entries(profile.exclude(), "exclude", Word::feature, Word::when);
        profile.choose().forEach(choice -> edges(choice.providers(), "choose"));
        names(profile.forbid(), "forbid");
        names(
                profile.platforms().stream()
                        .flatMap(List::stream)
                        .map(each -> new Mention(each.platform().toString(), each.place()))
                        .toList(),
                "platforms");
        image(profile.image());
    }

    private void image(ImageOptions image) {
        image.strip().ifPresent(strip -> names(strip, "strip"));
        image.locales().ifPresent(locales -> names(locales, "locales"));
        image.train().ifPresent(train -> names(train, "train"));
    }

    private void names(List<Mention> names, String what) {
        entries(names, what, Function.identity(), name -> PlatformCondition.ALWAYS);
    }

    private void edges(List<Edge> edges, String what) {
        entries(edges, what, Edge::target, Edge::when);
    }

    private <T> void entries(
            List<T> entries, String what, Function<T, Mention> name, Function<T, PlatformCondition> when) {
        // Where each name stands once, nobody has to know on which platforms: to list those took a third of reading a
        // file.
        if (entries.size() < 2 || allDiffer(entries, name)) {
            return;
        }
        Map<String, Said> said = new HashMap<>();
        for (T entry : entries) {
            Mention mention = name.apply(entry);
            Said now = new Said(mention, PlatformSet.of(when.apply(entry)));
            Said before = said.get(mention.text());
            if (before == null) {
                said.put(mention.text(), now);
                continue;
            }
            boolean conditional = !when.apply(entry).equals(PlatformCondition.ALWAYS);
            before.where()
                    .and(now.where())
                    .any()
                    .ifPresent(platform -> repeated(
                            before.mention(), mention, what, conditional ? ", and both hold on " + platform : ""));
            said.put(mention.text(), new Said(before.mention(), before.where().or(now.where())));
        }
    }

    private static <T> boolean allDiffer(List<T> entries, Function<T, Mention> name) {
        Set<String> names = new HashSet<>();
        for (T entry : entries) {
            if (!names.add(name.apply(entry).text())) {
                return false;
            }
        }
        return true;
    }

    private void repeated(Mention first, Mention again, String what, String where) {
        faults.meaning(
                again.place(),
                again + " stands twice in this " + what + ", first at "
                        + catalog.source().at(first.place()) + where + "; remove one"
                        + (where.isEmpty() ? "" : ", or give them conditions that never hold on one platform"));
    }
}
