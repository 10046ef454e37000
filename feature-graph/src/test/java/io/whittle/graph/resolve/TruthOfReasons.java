package io.whittle.graph.resolve;

import io.whittle.graph.catalog.Edge;
import io.whittle.graph.catalog.Feature;
import io.whittle.graph.catalog.Platform;

import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;

/** Holds each reason against what the model says, edge by edge. */
record TruthOfReasons(RandomModel model, Platform platform, Resolution resolution) {
    boolean tells(Decision decision) {
        String feature = decision.feature();
        Reason reason = decision.reason();
        if (reason instanceof Reason.AskedFor) {
            return word(feature, ProfileWord.Stance.INCLUDE);
        }
        if (reason instanceof Reason.AskedForByAll) {
            return resolution.profile().includeAll().isPresent()
                    && !feature(feature).internal();
        }
        if (reason instanceof Reason.RequiredByBase) {
            return model.base().stream().anyMatch(edge -> joins(edge, feature));
        }
        if (reason instanceof Reason.RequiredBy required) {
            List<Requirement> chain = resolution.chain(feature).stream()
                    .map(Requirement.class::cast)
                    .toList();
            return required.by().equals(chain.get(chain.size() - 1))
                    && isChain(chain, chain.get(0).feature(), feature)
                    && chain.stream().allMatch(edge -> isIn(edge.feature()))
                    && resolution.features().get(chain.get(0).feature()).reason() instanceof Reason.Root;
        }
        return tellsWhyOut(feature, reason);
    }

    private boolean tellsWhyOut(String feature, Reason reason) {
        if (reason instanceof Reason.ExcludedBy) {
            return word(feature, ProfileWord.Stance.EXCLUDE);
        }
        if (reason instanceof Reason.NotAvailable) {
            return feature(feature).bodyOn(platform).isEmpty();
        }
        if (reason instanceof Reason.RequiresUnavailable unavailable) {
            String last = end(unavailable.chain());
            return isChain(unavailable.chain(), feature, last)
                    && feature(last).bodyOn(platform).isEmpty();
        }
        if (reason instanceof Reason.RequiresExcluded left) {
            String last = end(left.chain());
            return isChain(left.chain(), feature, last)
                    && word(last, ProfileWord.Stance.EXCLUDE)
                    && resolution.profile().includeAll().isPresent();
        }
        return reason instanceof Reason.NotAskedFor
                && !word(feature, ProfileWord.Stance.INCLUDE)
                && !word(feature, ProfileWord.Stance.EXCLUDE)
                && feature(feature).bodyOn(platform).isPresent()
                && (resolution.profile().includeAll().isEmpty()
                        || feature(feature).internal());
    }

    private boolean isChain(List<Requirement> chain, String from, String to) {
        String at = from;
        for (Requirement edge : chain) {
            if (!edge.feature().equals(at) || !declared(edge)) {
                return false;
            }
            at = edge.required();
        }
        return at.equals(to) && !chain.isEmpty();
    }

    private boolean declared(Requirement requirement) {
        Feature feature = feature(requirement.feature());
        return Stream.concat(
                        feature.body().requires().stream(),
                        feature.variants().stream()
                                .filter(variant -> variant.when().holds(platform))
                                .flatMap(variant -> variant.body().requires().stream()))
                .anyMatch(edge -> joins(edge, requirement.required()));
    }

    private boolean joins(Edge edge, String target) {
        return edge.target().text().equals(target) && edge.when().holds(platform);
    }

    private boolean word(String feature, ProfileWord.Stance stance) {
        return resolution
                .profile()
                .wordOn(feature, platform)
                .filter(word -> word.stance() == stance)
                .isPresent();
    }

    private boolean isIn(String feature) {
        SortedMap<String, Decision> features = resolution.features();
        return features.get(feature).isIn();
    }

    private Feature feature(String name) {
        return model.features().stream()
                .filter(feature -> feature.name().text().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String end(List<Requirement> chain) {
        return chain.get(chain.size() - 1).required();
    }
}
