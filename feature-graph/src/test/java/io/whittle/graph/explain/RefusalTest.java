package io.whittle.graph.explain;

import io.whittle.graph.catalog.CatalogReader;
import io.whittle.graph.catalog.FeatureCatalog;
import io.whittle.graph.catalog.Platform;
import io.whittle.graph.resolve.Request;
import io.whittle.graph.resolve.Resolver;
import io.whittle.graph.resolve.UnresolvableException;
import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** Causes that requests share, each once. */
class RefusalTest {
    private static final String CATALOG = """
            schema: 1
            features:
              a: {conflicts: [b]}
              b: {}
              c: {platforms: windows}
            profiles:
              torn: {include: [a, b]}
              child: {extends: torn}
              twice: {extends: torn, include: [c]}
              other: {include: [b, a]}
              elsewhere: {include: [a], platforms: [windows/amd64]}
            """;

    @Test
    void theSameStatementsThatClashInTheSameWayAreOneCause() throws Exception {
        assertThat(of("torn linux/amd64", "torn linux/arm64", "child linux/amd64"))
                .singleElement()
                .satisfies(refusal -> {
                    assertThat(refusal.who()).isEqualTo("torn on linux/amd64 and linux/arm64; child on linux/amd64");
                    assertThat(refusal.texts()).hasSize(1);
                });
    }

    @Test
    void whatOneHasBesideIsToldByItself() throws Exception {
        assertThat(of("torn linux/amd64", "twice linux/amd64", "twice windows/amd64"))
                .extracting(Refusal::who)
                .containsExactly("torn on linux/amd64; twice on linux/amd64 and windows/amd64", "twice on linux/amd64");
    }

    @Test
    void otherStatementsAreAnotherCauseHoweverAlikeTheyRead() throws Exception {
        assertThat(of("torn linux/amd64", "other linux/amd64"))
                .extracting(Refusal::who)
                .containsExactly("torn on linux/amd64", "other on linux/amd64");
    }

    @Test
    void aProfileThatIsNotMadeForSeveralPlatformsIsToldOnce() throws Exception {
        assertThat(of("elsewhere linux/amd64", "elsewhere linux/arm64"))
                .singleElement()
                .extracting(Refusal::who)
                .isEqualTo("elsewhere on linux/amd64 and linux/arm64");
    }

    private static List<Refusal> of(String... requests) throws Exception {
        FeatureCatalog catalog =
                CatalogReader.read(Path.of("feature-tags.yaml"), CATALOG).catalog();
        return Refusal.of(Stream.of(requests)
                .map(request -> request.split(" "))
                .map(words -> new Request(words[0], Platform.parse(words[1])))
                .map(request ->
                        catchThrowableOfType(UnresolvableException.class, () -> Resolver.resolve(catalog, request)))
                .toList());
    }
}
