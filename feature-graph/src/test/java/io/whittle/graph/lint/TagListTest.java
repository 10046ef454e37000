package io.whittle.graph.lint;

import io.whittle.graph.catalog.Place;
import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** Lists of tags, as people write them. */
class TagListTest {
    @Test
    void everySeparatorWillDo() {
        assertThat(read("a,b c\td,, e\r\nf\n\n ,g,"))
                .containsExactly("a@1:1", "b@1:3", "c@1:5", "d@1:7", "e@1:11", "f@2:1", "g@4:3");
    }

    @Test
    void commentsQuotesAndTheOptionItselfArePassedBy() {
        assertThat(read("# the router\n-tags=\"a,b\" # not c\n--tags 'd' -tags=e \\\n  f\n\"-tags=g\""))
                .containsExactly("a@2:8", "b@2:10", "d@3:9", "e@3:18", "f@4:3", "g@5:8");
    }

    @Test
    void whatOnlyLooksLikeTheOptionIsATag() {
        assertThat(read("-tagsx \\x -o")).containsExactly("-tagsx@1:1", "\\x@1:8", "-o@1:11");
    }

    @Test
    void columnsAreCountedAsAnEditorShowsThem() {
        assertThat(read("\uFEFF\uD83D\uDE00 a")).containsExactly("\uD83D\uDE00@1:2", "a@1:4");
    }

    @Test
    void anotherTagWouldBeWrittenAtTheEnd() {
        assertThat(TagList.of(Path.of("l"), "a,\nbc # d\n").end()).isEqualTo(new Place(2, 3));
        assertThat(TagList.of(Path.of("l"), "").end()).isEqualTo(new Place(1, 1));
        assertThat(TagList.of(Path.of("l"), "").tags()).isEmpty();
    }

    private static List<String> read(String text) {
        return TagList.of(Path.of("l"), text).tags().stream()
                .map(tag -> tag.text() + "@" + tag.place())
                .toList();
    }
}
