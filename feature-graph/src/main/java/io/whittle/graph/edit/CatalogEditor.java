package io.whittle.graph.edit;

import io.whittle.graph.catalog.CatalogException;
import io.whittle.graph.catalog.CatalogReader;
import io.whittle.graph.catalog.FeatureCatalog;
import io.whittle.graph.catalog.NearestName;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Adds entries to the text of a feature-tags.yaml. Every char that stands there goes on standing there, in its order:
 * comments, blank lines, indentation, line ends, quotes. The one thing that is read otherwise than before is a
 * {@code null} or {@code ~} in place of a mapping that is to be filled; it becomes a comment.
 */
public final class CatalogEditor {
    private static final Path NAME = Path.of("feature-tags.yaml");
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private CatalogEditor() {}

    /**
     * The text with these entries. An entry whose target the list has already, under whatever condition, is not added
     * again, and of two additions of one target the first counts: what is added once more changes nothing. Takes the
     * time of reading the catalogue three times.
     *
     * @param text a catalogue without faults; a byte order mark may stand before it, and stays
     * @param additions in the order in which a list is to have them; a reason is written as a comment where the line
     *     has room for one, and is left out elsewhere
     * @throws CatalogException with every fault when the text is no catalogue without faults, or would be none with
     *     these additions, such as one that names a feature that does not exist; its source is the text that has them
     * @throws IllegalArgumentException when the catalogue has no such feature, base takes no such list, or an entry is
     *     not one entry of YAML on one line
     */
    public static String add(String text, List<Addition> additions) throws CatalogException {
        String mark = text.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK : "";
        String bare = text.substring(mark.length());
        FeatureCatalog catalog = CatalogReader.read(NAME, bare).catalog();
        Map<Optional<String>, SortedMap<Addition.Key, List<Wanted>>> bodies = new LinkedHashMap<>();
        Set<List<Object>> seen = new HashSet<>();
        for (Addition addition : additions) {
            check(addition, catalog);
            Wanted wanted = Wanted.of(addition);
            if (seen.add(List.of(addition.feature(), addition.list(), wanted.target()))) {
                bodies.computeIfAbsent(addition.feature(), feature -> new TreeMap<>())
                        .computeIfAbsent(addition.list(), list -> new ArrayList<>())
                        .add(wanted);
            }
        }
        String edited = edited(new SourceText(bare), bodies);
        // Nobody is left with a file that cannot be read.
        CatalogReader.read(NAME, edited);
        return mark + edited;
    }

    private static String edited(
            SourceText source, Map<Optional<String>, SortedMap<Addition.Key, List<Wanted>>> bodies) {
        Part.Members root = (Part.Members) PartReader.read(source);
        Insertions insertions = new Insertions(source);
        BodyEdit edit = new BodyEdit(source, insertions);
        bodies.forEach((feature, lists) -> {
            if (feature.isPresent()) {
                Part.Members features =
                        (Part.Members) root.member("features").orElseThrow().value();
                edit.add(features, root.indent(), features.member(feature.get()).orElseThrow(), lists);
            } else {
                root.member("base")
                        .ifPresentOrElse(
                                base -> edit.add(root, root.indent(), base, lists),
                                () -> new BaseEdit(source, insertions).write(root, lists));
            }
        });
        return insertions.applied();
    }

    private static void check(Addition addition, FeatureCatalog catalog) {
        if (addition.feature().isEmpty() && addition.list() == Addition.Key.IF_PRESENT) {
            throw new IllegalArgumentException(
                    "base takes no ifPresent: " + addition + "; base itself may require what it uses");
        }
        addition.feature().filter(name -> !catalog.features().containsKey(name)).ifPresent(name -> {
            throw new IllegalArgumentException("the catalogue has no feature '" + name + "'"
                    + new NearestName()
                            .to(name, catalog.features().keySet())
                            .map(near -> ", did you mean '" + near + "'?")
                            .orElse("")
                    + "; declare it under features before something is added to it");
        });
    }
}
