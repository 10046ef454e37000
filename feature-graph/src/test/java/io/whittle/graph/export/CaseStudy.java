package io.whittle.graph.export;

import io.whittle.graph.catalog.CatalogReader;
import io.whittle.graph.catalog.FeatureCatalog;
import io.whittle.graph.catalog.Platform;
import io.whittle.graph.resolve.Allowlist;
import io.whittle.graph.resolve.Request;
import io.whittle.graph.resolve.Resolution;
import io.whittle.graph.resolve.Resolver;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The registry of a real program, and a real router's allowlist before and after it was mended by hand. */
public record CaseStudy(String profile, FeatureCatalog catalog, TagNames names, JsonNode expected) {
    public static final Path FOLDER = Path.of("../docs/case-study-tags");
    private static final Path DATA = Path.of("src/test/resources/tags");
    private static final Platform PLATFORM = Platform.parse("linux/amd64");

    public static CaseStudy before() {
        return of("router-before", "before_peerapiserver_fix");
    }

    public static CaseStudy after() {
        return of("router-after", "seed_final");
    }

    public static Stream<CaseStudy> both() {
        return Stream.of(before(), after());
    }

    private static CaseStudy of(String profile, String name) {
        try {
            Path file = FOLDER.resolve("feature-tags.yaml");
            FeatureCatalog catalog =
                    CatalogReader.read(file, Files.readString(file)).catalog();
            JsonNode expected = json("expected-v1.98.5.json").required("cases").required(name);
            return new CaseStudy(profile, catalog, TagNames.of(catalog), expected);
        } catch (Exception unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    public static JsonNode json(String file) {
        return new ObjectMapper().readTree(DATA.resolve(file).toFile());
    }

    public Resolution closure() {
        try {
            return Resolver.resolve(catalog, new Request(profile, PLATFORM));
        } catch (Exception refused) {
            throw new AssertionError(refused);
        }
    }

    public Allowlist allowlist() {
        try {
            return Allowlist.of(catalog, new Request(profile, PLATFORM));
        } catch (Exception refused) {
            throw new AssertionError(refused);
        }
    }

    public List<String> expected(String key) {
        return texts(expected.required(key));
    }

    /** Pairs, as {@code from > to}. */
    public List<String> expectedEdges(String key) {
        List<String> edges = new ArrayList<>();
        expected.required(key).forEach(edge -> edges.add(String.join(" > ", texts(edge))));
        return edges;
    }

    public int expectedCount(String key) {
        return expected.required(key).intValue();
    }

    public static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.stringValue()));
        return texts;
    }

    @Override
    public String toString() {
        return profile;
    }
}
