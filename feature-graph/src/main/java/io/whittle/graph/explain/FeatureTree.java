package io.whittle.graph.explain;

import io.whittle.graph.resolve.Decision;
import io.whittle.graph.resolve.Reason;
import io.whittle.graph.resolve.Resolution;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Draws each feature that is in where its reason says it comes from, and refers to it everywhere else. */
final class FeatureTree {
    private final Resolution resolution;
    private final TreeStyle style;
    private final Section section;
    private final Map<String, List<String>> recommended;
    private final Set<String> drawn = new HashSet<>();

    private FeatureTree(Resolution resolution, TreeStyle style, Section section) {
        this.resolution = resolution;
        this.style = style;
        this.section = section;
        this.recommended = recommended();
    }

    static void draw(Resolution resolution, TreeStyle style, Section section) {
        FeatureTree tree = new FeatureTree(resolution, style, section);
        for (String feature : resolution.in()) {
            if (tree.parent(feature).isEmpty()) {
                tree.drawFrom(feature);
            }
        }
    }

    // A chain of requirements can be longer than the stack is deep: branches to draw wait in a list.
    private void drawFrom(String root) {
        Deque<Branch> open = new ArrayDeque<>(List.of(new Branch("", root, "", "")));
        while (!open.isEmpty()) {
            Branch branch = open.pop();
            boolean here = branch.parent().equals(parent(branch.feature()));
            section.add(
                    branch.line() + branch.feature(), here ? reason(branch.feature()) : reference(branch.feature()));
            if (here && resolution.features().get(branch.feature()).isIn()) {
                drawn.add(branch.feature());
                pushBrought(branch, open);
            }
        }
    }

    private void pushBrought(Branch branch, Deque<Branch> open) {
        List<String> beneath = beneath(branch.feature());
        for (int i = beneath.size() - 1; i >= 0; i--) {
            boolean last = i == beneath.size() - 1;
            open.push(new Branch(
                    branch.feature(),
                    beneath.get(i),
                    branch.below() + style.branch(last),
                    branch.below() + style.below(last)));
        }
    }

    /** What it requires, who provides what it needs, what it brought along; each once. */
    private List<String> beneath(String feature) {
        Set<String> beneath = new LinkedHashSet<>();
        resolution.requirements().getOrDefault(feature, List.of()).forEach(edge -> beneath.add(edge.required()));
        resolution.provisions().getOrDefault(feature, List.of()).forEach(edge -> beneath.add(edge.provider()));
        beneath.addAll(recommended.getOrDefault(feature, List.of()));
        return List.copyOf(beneath);
    }

    /** The feature beneath which this one is drawn; empty for one that is drawn by itself. */
    private String parent(String feature) {
        if (!(resolution.features().get(feature) instanceof Decision.In in)) {
            return "";
        }
        if (in.reason() instanceof Reason.RequiredBy required) {
            return required.by().feature();
        }
        if (in.reason() instanceof Reason.ProviderOf provider) {
            return provider.by().from().orElse("");
        }
        return in.reason() instanceof Reason.RecommendedBy recommendation
                ? recommendation.by().feature()
                : "";
    }

    private Map<String, List<String>> recommended() {
        Map<String, List<String>> byRecommender = new HashMap<>();
        for (String feature : resolution.in()) {
            if (resolution.features().get(feature).reason() instanceof Reason.RecommendedBy recommendation) {
                byRecommender
                        .computeIfAbsent(recommendation.by().feature(), recommender -> new ArrayList<>())
                        .add(feature);
            }
        }
        return byRecommender;
    }

    private String reason(String feature) {
        return Explanation.of(resolution, feature).text();
    }

    private String reference(String feature) {
        if (!resolution.features().get(feature).isIn()) {
            return "MISSING: " + reason(feature);
        }
        String where = drawn.contains(feature) ? "see above" : "see below";
        String parent = parent(feature);
        return parent.isEmpty() ? where : where + ", under " + parent;
    }

    private record Branch(String parent, String feature, String line, String below) {}
}
