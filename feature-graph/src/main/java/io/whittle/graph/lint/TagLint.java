package io.whittle.graph.lint;

import io.whittle.graph.catalog.FeatureCatalog;
import io.whittle.graph.catalog.Mention;
import io.whittle.graph.catalog.Place;
import io.whittle.graph.catalog.Platform;
import io.whittle.graph.catalog.TagSpelling;
import io.whittle.graph.export.TagNames;
import io.whittle.graph.resolve.Resolution;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/** Holds a list of tags against what the catalogue declares. */
public final class TagLint {
    private final TagNames names;
    private final TagList list;
    private final TagPlaces places;
    private final NearestTag nearest;

    private TagLint(TagNames names, TagList list) {
        this.names = names;
        this.list = list;
        this.places = new TagPlaces(names, list);
        this.nearest = new NearestTag(names);
    }

    /**
     * Looks at a list. Linear in the catalogue's edges for each kept feature, and in its tags for each unknown one.
     *
     * @param names of the catalogue's features
     * @param platform decides which features and edges there are
     * @param profile what the list is meant to come to there, if that is known
     */
    public static TagReport of(
            FeatureCatalog catalog, TagNames names, TagList list, Platform platform, Optional<Resolution> profile) {
        TagLint lint = new TagLint(names, list);
        KeptFeatures kept = new KeptFeatures(catalog, names, list, platform);
        SortedMap<String, SortedSet<String>> missing = kept.missing();
        List<TagFinding> findings = new ArrayList<>(kept.broken());
        lint.tags(findings);
        if (profile.isPresent()) {
            lint.against(profile.get(), kept.names(), missing.keySet(), findings);
        } else {
            lint.leftOn(kept.names(), findings);
        }
        return new TagReport(platform, kept.names(), findings, missing);
    }

    private void tags(List<TagFinding> findings) {
        SortedMap<String, String> contrary = names.contrary();
        StrippedNames stripped = new StrippedNames(names, places.written());
        Map<String, Place> met = new HashMap<>();
        for (Mention tag : list.tags()) {
            Place first = met.putIfAbsent(tag.text(), tag.place());
            if (first != null) {
                findings.add(new TagFinding.RepeatedTag(tag, first));
            } else if (contrary.containsKey(tag.text())) {
                findings.add(new TagFinding.ContraryTag(tag, contrary.get(tag.text())));
            } else if (!names.features().containsKey(tag.text())) {
                findings.add(stripped.behind(tag).orElseGet(() -> unknown(tag)));
            }
        }
    }

    private TagFinding unknown(Mention tag) {
        return new TagFinding.UnknownTag(
                tag, nearest.to(tag.text()), names.nameIn(tag.text()).isPresent());
    }

    private void against(Resolution profile, SortedSet<String> kept, Set<String> missing, List<TagFinding> findings) {
        String name = profile.profile().name();
        SortedSet<String> on = new TreeSet<>(kept);
        on.removeAll(profile.in());
        addLeftOn(on, Optional.of(name), findings);
        for (String feature : profile.in()) {
            // What is missing anyway is told with the edge that breaks.
            if (!kept.contains(feature) && !missing.contains(feature)) {
                findings.add(new TagFinding.LeftOut(feature, name, places.of(Optional.of(feature))));
            }
        }
    }

    private void leftOn(SortedSet<String> kept, List<TagFinding> findings) {
        SortedSet<String> on = new TreeSet<>(kept);
        on.removeIf(feature -> names.spelling(feature) == TagSpelling.INCLUDED);
        addLeftOn(on, Optional.empty(), findings);
    }

    private void addLeftOn(SortedSet<String> on, Optional<String> profile, List<TagFinding> findings) {
        if (!on.isEmpty()) {
            findings.add(new TagFinding.LeftOn(on, profile, list.end()));
        }
    }
}
