package io.whittle.graph.export;

import io.whittle.graph.catalog.Feature;
import io.whittle.graph.catalog.Profile;
import io.whittle.graph.catalog.TagSpelling;
import io.whittle.graph.resolve.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** The figures of the case study, each from data that was not made with Whittle. */
class CaseStudyTest {
    static Stream<CaseStudy> both() {
        return CaseStudy.both();
    }

    @Test
    void theCatalogueSaysWhatTheRegistrySays() {
        JsonNode registry = CaseStudy.json("features-v1.98.5.json");
        List<String> optIn = CaseStudy.texts(registry.required("optIn"));
        TreeMap<String, Object> expected = new TreeMap<>();
        registry.required("features")
                .properties()
                .forEach(entry -> expected.put(
                        entry.getKey(),
                        List.of(
                                new TreeSet<>(CaseStudy.texts(entry.getValue().required("requires"))),
                                entry.getValue().required("internal").booleanValue(),
                                optIn.contains(entry.getKey()))));
        TreeMap<String, Object> declared = new TreeMap<>();
        Collection<Feature> features = CaseStudy.before().catalog().features().values();
        for (Feature feature : features) {
            TreeSet<String> requires = new TreeSet<>();
            feature.body()
                    .requires()
                    .forEach(edge -> requires.add(TagNames.symbol(edge.target().text())));
            boolean included = feature.tag().equals(java.util.Optional.of(TagSpelling.INCLUDED));
            declared.put(TagNames.symbol(feature.name().text()), List.of(requires, feature.internal(), included));
        }

        assertThat(declared).isEqualTo(expected).hasSize(73);
        assertThat(features.stream()
                        .mapToInt(feature -> feature.body().requires().size()))
                .satisfies(sizes -> assertThat(
                                sizes.stream().mapToInt(Integer::intValue).sum())
                        .isEqualTo(23));
        assertThat(CaseStudy.before().names().tag("desktop-sessions"))
                .isEqualTo(registry.required("tag").required("omit").stringValue() + "desktop_sessions");
        assertThat(CaseStudy.before().names().tag("cli"))
                .isEqualTo(registry.required("tag").required("include").stringValue() + "cli");
    }

    @ParameterizedTest
    @MethodSource("both")
    void theProfileIsTheAllowlist(CaseStudy study) {
        List<String> asked = new ArrayList<>(study.expected("allowlist"));
        asked.addAll(study.expected("base_add"));
        asked.add("cli");

        assertThat(study.allowlist().built().in()).containsExactlyInAnyOrderElementsOf(asked);
        Profile smallest = study.catalog().profiles().get("smallest");
        assertThat(smallest.summary()).isPresent();
    }

    @ParameterizedTest
    @MethodSource("both")
    void theListWithoutDependenciesComesOut(CaseStudy study) {
        PlatformTags naive = PlatformTags.of(study.names(), study.allowlist().built());

        assertThat(naive.tags())
                .containsExactlyElementsOf(study.expected("naive_tags"))
                .hasSize(study.expectedCount("naive_tag_count"));
        assertThat(study.allowlist().built().in())
                .containsExactlyElementsOf(with("cli", study.expected("kept_features_naive")));
    }

    @ParameterizedTest
    @MethodSource("both")
    void theListWithDependenciesComesOut(CaseStudy study) {
        PlatformTags closed = PlatformTags.of(study.names(), study.closure());

        assertThat(closed.tags())
                .containsExactlyElementsOf(study.expected("closure_tags"))
                .hasSize(study.expectedCount("closure_tag_count"));
    }

    @ParameterizedTest
    @MethodSource("both")
    void theListsDifferInTheGaps(CaseStudy study) {
        TreeSet<String> onlyInNaive = new TreeSet<>(
                PlatformTags.of(study.names(), study.allowlist().built()).tags());
        TreeSet<String> onlyInClosure =
                new TreeSet<>(PlatformTags.of(study.names(), study.closure()).tags());
        TreeSet<String> naive = new TreeSet<>(onlyInNaive);
        onlyInNaive.removeAll(onlyInClosure);
        onlyInClosure.removeAll(naive);

        assertThat(onlyInNaive).containsExactlyElementsOf(study.expected("tags_only_in_naive"));
        assertThat(onlyInClosure).containsExactlyElementsOf(study.expected("tags_only_in_closure"));
        assertThat(study.allowlist().missing().keySet()).containsExactlyElementsOf(study.expected("gap_features"));
        assertThat(study.allowlist().gaps().stream().map(CaseStudyTest::text))
                .containsExactlyElementsOf(study.expectedEdges("gap_edges"));
    }

    @Test
    void theFiguresOfTheStoryAreTheseOnes() {
        assertThat(CaseStudy.both()
                        .map(study -> study.expectedCount("naive_tag_count") + " "
                                + study.expectedCount("closure_tag_count")))
                .containsExactly("61 58", "58 56");
    }

    @Test
    void theListsOfTheDocumentationAreTheseOnes() throws Exception {
        assertThat(Files.readString(CaseStudy.FOLDER.resolve("before.tags")))
                .isEqualTo(String.join(",", CaseStudy.before().expected("naive_tags")) + "\n");
        assertThat(Files.readString(CaseStudy.FOLDER.resolve("after.tags")))
                .isEqualTo(String.join(",", CaseStudy.after().expected("naive_tags")) + "\n");
    }

    private static List<String> with(String feature, List<String> features) {
        return Stream.concat(Stream.of(feature), features.stream()).sorted().toList();
    }

    private static String text(Requirement edge) {
        return edge.feature() + " > " + edge.required();
    }
}
