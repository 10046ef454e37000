package io.whittle.graph.edit;

import io.whittle.graph.catalog.CatalogException;
import io.whittle.graph.catalog.CatalogReader;
import io.whittle.graph.catalog.FeatureCatalog;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever a catalogue looks like: what was added stands in it, and all that stood there stands there. */
@Tag("exhaustive")
class EditedTextPropertyTest {
    private static final int TEXTS = Integer.getInteger("texts", 2_500);
    // A comment of the generator ends with its line; what is put inside would show.
    private static final Pattern COMMENT = Pattern.compile("# (\\S+ )?(- )?c\\d+[^\\r\\n]*");

    @Test
    void additionsStandThereAndAllElseIsAsItWas() throws CatalogException {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("EditedTextPropertyTest: -Dseed=" + seed);
        int changed = 0;
        int explained = 0;
        for (int i = 0; i < TEXTS; i++) {
            Random random = new Random(seed + i);
            RandomCatalogue made = new RandomCatalogue(random);
            String text = RandomText.of(made.tree(), random);
            List<Addition> additions = made.additions();
            String about = "-Dseed=" + (seed + i) + "\n" + additions + "\n--- before\n" + text;
            String edited = edited(text, additions, about);
            String both = about + "\n--- after\n" + edited;

            FeatureCatalog expected = Expected.of(read(text), additions);
            assertThat(Saying.of(read(edited))).as(both).isEqualTo(Saying.of(expected));
            assertThat(holdsInOrder(edited, text)).as(both).isTrue();
            assertThat(comments(edited)).as(both).isEqualTo(comments(text));
            assertThat(CatalogEditor.add(edited, additions)).as(both).isEqualTo(edited);
            changed += edited.equals(text) ? 0 : 1;
            explained += edited.contains(" # it asks") ? 1 : 0;
        }
        assertThat(changed).as("texts that were changed").isGreaterThan(TEXTS / 2);
        assertThat(explained).as("texts with a reason").isGreaterThan(TEXTS / 10);
    }

    private static String edited(String text, List<Addition> additions, String about) {
        try {
            return CatalogEditor.add(text, additions);
        } catch (CatalogException broken) {
            throw new AssertionError(
                    about + "\n--- refused\n"
                            + String.join("\n", broken.source().lines()),
                    broken);
        }
    }

    private static FeatureCatalog read(String text) throws CatalogException {
        return CatalogReader.read(Path.of("feature-tags.yaml"), text).catalog();
    }

    private static boolean holdsInOrder(String edited, String text) {
        int found = 0;
        for (int i = 0; i < edited.length() && found < text.length(); i++) {
            found += edited.charAt(i) == text.charAt(found) ? 1 : 0;
        }
        return found == text.length();
    }

    private static List<String> comments(String text) {
        return COMMENT.matcher(text).results().map(MatchResult::group).toList();
    }
}
