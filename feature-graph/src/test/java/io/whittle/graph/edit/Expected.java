package io.whittle.graph.edit;

import io.whittle.graph.catalog.Base;
import io.whittle.graph.catalog.DynamicUse;
import io.whittle.graph.catalog.Edge;
import io.whittle.graph.catalog.Feature;
import io.whittle.graph.catalog.FeatureBody;
import io.whittle.graph.catalog.FeatureCatalog;
import io.whittle.graph.catalog.JdkModule;
import io.whittle.graph.catalog.Mention;
import io.whittle.graph.catalog.Os;
import io.whittle.graph.catalog.Place;
import io.whittle.graph.catalog.PlatformCondition;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A catalogue with additions, made without its text. */
final class Expected {
    private static final Pattern NAME = Pattern.compile("(?:(?:feature|\"capability\"|capability|loads): ?)?"
            + "[\"']?([\\w.]+)[\"']?(\\?)?(?:, (?:when|how): (\\w+))?");

    private record Entry(Mention name, boolean marked, Optional<Mention> more) {
        Entry(Matcher matcher) {
            this(
                    mention(matcher.group(1)),
                    matcher.group(2) != null,
                    Optional.ofNullable(matcher.group(3)).map(Entry::mention));
        }

        private static Mention mention(String text) {
            return new Mention(text, new Place(1, 1));
        }

        Edge edge() {
            return new Edge(name, more.isPresent() ? new PlatformCondition.OsIs(Os.LINUX) : PlatformCondition.ALWAYS);
        }
    }

    private Expected() {}

    static FeatureCatalog of(FeatureCatalog catalog, List<Addition> additions) {
        SortedMap<String, Feature> features = new TreeMap<>(catalog.features());
        Base base = catalog.base();
        for (Addition addition : additions) {
            Matcher matcher = NAME.matcher(addition.entry().replaceAll("[{}]", ""));
            if (!matcher.matches()) {
                throw new IllegalArgumentException(addition.toString());
            }
            Entry entry = new Entry(matcher);
            if (addition.feature().isPresent()) {
                features.computeIfPresent(
                        addition.feature().get(), (name, feature) -> with(feature, addition.list(), entry));
            } else {
                base = new Base(
                        with(base.body(), addition.list(), entry), with(base.dynamic(), addition.list(), entry));
            }
        }
        return new FeatureCatalog(
                catalog.source(),
                catalog.name(),
                base,
                features,
                catalog.capabilities(),
                catalog.image(),
                catalog.profiles(),
                catalog.checks(),
                catalog.artifacts(),
                catalog.tags());
    }

    private static Feature with(Feature feature, Addition.Key list, Entry entry) {
        return new Feature(
                feature.name(),
                feature.summary(),
                feature.internal(),
                feature.platforms(),
                with(feature.body(), list, entry),
                feature.variants(),
                feature.recommends(),
                list == Addition.Key.IF_PRESENT
                        ? plus(feature.ifPresent(), entry.name(), Mention::text)
                        : feature.ifPresent(),
                feature.conflicts(),
                feature.auto(),
                feature.fallback(),
                feature.checks(),
                with(feature.dynamic(), list, entry),
                feature.tag());
    }

    private static List<DynamicUse> with(List<DynamicUse> uses, Addition.Key list, Entry entry) {
        return list == Addition.Key.DYNAMIC
                ? plus(
                        uses,
                        new DynamicUse(entry.name(), entry.more()),
                        use -> use.loads().text())
                : uses;
    }

    private static FeatureBody with(FeatureBody body, Addition.Key list, Entry entry) {
        Function<Edge, String> target = edge -> edge.target().text();
        return new FeatureBody(
                list == Addition.Key.MODULES ? plus(body.modules(), entry.name(), Mention::text) : body.modules(),
                body.artifacts(),
                list == Addition.Key.JDK_MODULES
                        ? plus(
                                body.jdkModules(),
                                new JdkModule(entry.name(), entry.marked()),
                                module -> module.module().text())
                        : body.jdkModules(),
                list == Addition.Key.REQUIRES ? plus(body.requires(), entry.edge(), target) : body.requires(),
                list == Addition.Key.NEEDS ? plus(body.needs(), entry.edge(), target) : body.needs());
    }

    private static <T> List<T> plus(List<T> entries, T entry, Function<T, String> name) {
        List<T> all = new ArrayList<>(entries);
        if (entries.stream().noneMatch(each -> name.apply(each).equals(name.apply(entry)))) {
            all.add(entry);
        }
        return all;
    }
}
