package io.whittle.graph.export;

import io.whittle.graph.catalog.CatalogException;
import io.whittle.graph.catalog.Feature;
import io.whittle.graph.catalog.FeatureCatalog;
import io.whittle.graph.catalog.Mention;
import io.whittle.graph.catalog.Notice;
import io.whittle.graph.catalog.Place;
import io.whittle.graph.catalog.TagSpelling;
import io.whittle.graph.catalog.Tags;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How the features of a catalogue are spelled as tags, and back: every feature has one tag, and every tag one feature.
 *
 * <p>A feature's tag says that it is out, unless it is marked {@code tag: included}: then it says that it is in. In place
 * of {@code {name}} stands the feature's name with {@code _} for {@code -}, since Go and C allow no {@code -}. Names have
 * no {@code _}, so no two become the same.
 */
public final class TagNames {
    private static final String EXAMPLE = """
            write, at the top level:

                tags:
                  omitted: ts_omit_{name}      # for every feature that is out ...
                  included: ts_include_{name}  # ... but of those marked 'tag: included' for every one that is in""";

    private final Tags templates;
    private final SortedMap<String, TagSpelling> spellings = new TreeMap<>();
    private final SortedMap<String, String> tags = new TreeMap<>();
    private final SortedMap<String, String> features = new TreeMap<>();

    private TagNames(Tags templates) {
        this.templates = templates;
    }

    /** Whether the catalogue says at all how features are spelled. */
    public static boolean areSaidBy(FeatureCatalog catalog) {
        return !catalog.tags().equals(Tags.NONE);
    }

    /**
     * Spells every feature of a catalogue. Linear in their names, but for sorting.
     *
     * @throws CatalogException when {@code tags} says nothing for some feature, or the same for two
     */
    public static TagNames of(FeatureCatalog catalog) throws CatalogException {
        if (!areSaidBy(catalog)) {
            String text = "this catalogue does not say how features are spelled as tags; " + EXAMPLE;
            throw new CatalogException(catalog.source(), List.of(new Notice(new Place(1, 1), text)));
        }
        TagNames names = new TagNames(catalog.tags());
        List<Notice> faults = new ArrayList<>();
        catalog.features().values().forEach(feature -> names.add(feature, faults));
        if (!faults.isEmpty()) {
            throw new CatalogException(catalog.source(), faults);
        }
        return names;
    }

    /** The name as Go, C and most languages can spell it: with {@code _} for {@code -}. */
    public static String symbol(String feature) {
        return feature.replace('-', '_');
    }

    /** The feature's tag; the catalogue has to have the feature. */
    public String tag(String feature) {
        return Optional.ofNullable(tags.get(feature))
                .orElseThrow(() -> new IllegalArgumentException("the catalogue has no feature " + feature));
    }

    /** When the feature's tag is written. */
    public TagSpelling spelling(String feature) {
        return Optional.ofNullable(spellings.get(feature))
                .orElseThrow(() -> new IllegalArgumentException("the catalogue has no feature " + feature));
    }

    /** Whether the feature is in where this is what is written. */
    public boolean isIn(String feature, Set<String> written) {
        return written.contains(tag(feature)) == (spelling(feature) == TagSpelling.INCLUDED);
    }

    /** Every tag, and its feature. */
    public SortedMap<String, String> features() {
        return Collections.unmodifiableSortedMap(features);
    }

    /** The tags that are written where these features are in. */
    public SortedSet<String> written(Set<String> in) {
        SortedSet<String> written = new TreeSet<>();
        tags.forEach((feature, tag) -> {
            if (in.contains(feature) == (spellings.get(feature) == TagSpelling.INCLUDED)) {
                written.add(tag);
            }
        });
        return written;
    }

    /** Features by what their tag would be if it were spelled the other way round. */
    public SortedMap<String, String> contrary() {
        SortedMap<String, String> contrary = new TreeMap<>();
        spellings.forEach((feature, spelling) -> template(contrary(spelling))
                .map(template -> fill(template, feature))
                .filter(tag -> !features.containsKey(tag))
                .ifPresent(tag -> contrary.put(tag, feature)));
        return contrary;
    }

    /** What stands in a text where a tag has the feature's name, whatever it is; empty when it is not spelled like a tag. */
    public Optional<String> nameIn(String text) {
        return nameIn(templates.omitted(), text).or(() -> nameIn(templates.included(), text));
    }

    private static Optional<String> nameIn(Optional<Mention> template, String text) {
        String[] around = template.map(mention -> mention.text().split("\\{name}", -1))
                .filter(parts -> !String.join("", parts).isEmpty())
                .orElse(new String[0]);
        return around.length == 2
                        && text.length() >= around[0].length() + around[1].length()
                        && text.startsWith(around[0])
                        && text.endsWith(around[1])
                ? Optional.of(text.substring(around[0].length(), text.length() - around[1].length()))
                : Optional.empty();
    }

    private void add(Feature feature, List<Notice> faults) {
        String name = feature.name().text();
        TagSpelling spelling = feature.tag().orElse(TagSpelling.OMITTED);
        Optional<Mention> template = template(spelling);
        if (template.isEmpty()) {
            faults.add(new Notice(feature.name().place(), missing(name, spelling)));
            return;
        }
        String tag = fill(template.get(), name);
        spellings.put(name, spelling);
        tags.put(name, tag);
        String other = features.putIfAbsent(tag, name);
        if (other != null) {
            faults.add(new Notice(
                    template.get().place(),
                    "'" + tag + "' would be the tag of " + other + " and of " + name
                            + "; begin or end 'omitted' and 'included' so that no two tags are the same"));
        }
    }

    private static String missing(String feature, TagSpelling spelling) {
        return spelling == TagSpelling.INCLUDED
                ? feature + " is marked 'tag: included', and 'tags' does not say how such a tag is spelled; write"
                        + " tags: {included: 'ts_include_{name}'}, or remove the mark"
                : feature
                        + " has no tag, for 'tags' does not say how one is spelled that is written when a feature is out;"
                        + " write tags: {omitted: 'ts_omit_{name}'}, or mark the feature 'tag: included'";
    }

    private Optional<Mention> template(TagSpelling spelling) {
        return spelling == TagSpelling.INCLUDED ? templates.included() : templates.omitted();
    }

    private static TagSpelling contrary(TagSpelling spelling) {
        return spelling == TagSpelling.INCLUDED ? TagSpelling.OMITTED : TagSpelling.INCLUDED;
    }

    private static String fill(Mention template, String feature) {
        return template.text().replace("{name}", symbol(feature));
    }
}
