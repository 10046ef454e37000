package io.whittle.graph.explain;

import io.whittle.graph.explain.Explanation.Kind;
import io.whittle.graph.resolve.Allowlist;
import io.whittle.graph.resolve.Need;
import io.whittle.graph.resolve.Ownership;
import io.whittle.graph.resolve.ProviderChoice;
import io.whittle.graph.resolve.Requirement;
import io.whittle.graph.resolve.Resolution;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A resolution as text for a console: what is asked for, beneath it what that brings, then what is out, then the modules
 * that stand in for features that are out. Every feature is drawn once; where it turns up again it is referred to.
 */
public final class ResolutionTree {
    private final Resolution resolution;
    private final TreeStyle style;

    private ResolutionTree(Resolution resolution, TreeStyle style) {
        this.resolution = resolution;
        this.style = style;
    }

    /** Draws a resolution; every line ends with {@code \n}. Linear in its features and requirements. */
    public static String render(Resolution resolution, TreeStyle style) {
        ResolutionTree tree = new ResolutionTree(resolution, style);
        return tree.text("", List.of(tree.in(), tree.choices(), tree.out(), tree.fallbacks()));
    }

    /** Draws what an allowlist builds and which declared requirements that breaks. */
    public static String render(Allowlist allowlist, TreeStyle style) {
        ResolutionTree tree = new ResolutionTree(allowlist.built(), style);
        return tree.text(
                ", requirements not followed", List.of(tree.in(), tree.gaps(allowlist), tree.out(), tree.fallbacks()));
    }

    private String text(String strategy, List<Section> sections) {
        StringBuilder text = new StringBuilder(heading() + strategy + "\n");
        sections.forEach(section -> text.append(section.text()));
        return text.toString();
    }

    private String heading() {
        List<String> lineage = resolution.profile().lineage();
        String parents =
                lineage.size() == 1 ? "" : " (extends " + String.join(", ", lineage.subList(1, lineage.size())) + ")";
        return resolution.catalog().map(name -> name + ": ").orElse("")
                + lineage.get(0) + parents + " on " + resolution.platform() + ", "
                + resolution.in().size() + " of " + resolution.features().size() + " features";
    }

    private Section in() {
        Section section = new Section("in");
        FeatureTree.draw(resolution, style, section);
        return section;
    }

    private Section gaps(Allowlist allowlist) {
        Section section = new Section("declared requirements that this breaks");
        for (Requirement gap : allowlist.gaps()) {
            section.add(
                    gap.feature() + " requires " + gap.required(),
                    resolution.source().at(gap.place()));
        }
        for (Need need : allowlist.unmet()) {
            section.add(
                    need.feature().orElseThrow() + " needs " + need.capability(),
                    resolution.source().at(need.place()));
        }
        SortedSet<String> behind = new TreeSet<>(allowlist.missing().keySet());
        allowlist.gaps().forEach(gap -> behind.remove(gap.required()));
        section.close("and what those require in turn", new ArrayList<>(behind));
        return section;
    }

    private Section choices() {
        Section section = new Section("providers");
        for (ProviderChoice choice : resolution.choices().values()) {
            section.add(choice.capability(), choice.provider() + ChoiceWords.of(resolution, choice));
        }
        return section;
    }

    private Section out() {
        Section section = new Section("out");
        List<String> unwanted = new ArrayList<>();
        for (String feature : resolution.out()) {
            Explanation explanation = Explanation.of(resolution, feature);
            if (explanation.kind() == Kind.NOT_ASKED_FOR && explanation.place().isEmpty()) {
                unwanted.add(feature);
            } else {
                section.add(feature, explanation.text());
            }
        }
        section.close("not asked for", unwanted);
        return section;
    }

    private Section fallbacks() {
        Section section = new Section("fallback modules");
        resolution.modules().forEach((module, owner) -> {
            if (owner instanceof Ownership.ByFallback fallback) {
                section.add(module, "fallback for " + fallback.name());
            }
        });
        return section;
    }
}
