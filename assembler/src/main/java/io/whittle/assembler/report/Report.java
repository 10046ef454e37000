package io.whittle.assembler.report;

import tools.jackson.databind.JsonNode;

import java.util.List;
import java.util.Optional;

/**
 * What was built, and whether it can be trusted. Its JSON is described by docs/report.schema.json, field by field as here.
 *
 * @param schema the version of the document's schema
 * @param kind of what it is
 * @param name of the catalogue, or of its file
 * @param made by what it was made
 * @param verdict red where a line that must be green is not, where a budget is exceeded, a cell is missing or there is a fault
 * @param mustBeGreen the lines of defence that the verdict asks for
 * @param features every feature of the catalogue, by name: the graph
 * @param capabilities by name
 * @param images by name and platform
 * @param findings of the audit, each once for all images, as audit.json has them; those that were accepted say so
 * @param catalogFindings of validating the catalogue, as validation.json has them; empty where it was not validated
 * @param missing cells of which nothing was found
 * @param faults what else makes it red
 */
public record Report(
        int schema,
        Kind kind,
        String name,
        Made made,
        State verdict,
        List<String> mustBeGreen,
        List<FeatureNode> features,
        List<CapabilityNode> capabilities,
        List<BuiltImage> images,
        List<JsonNode> findings,
        List<JsonNode> catalogFindings,
        List<MissingCell> missing,
        List<ReportFault> faults) {
    /** The version of the document's schema. */
    public static final int SCHEMA = 1;

    public Report {
        mustBeGreen = List.copyOf(mustBeGreen);
        features = List.copyOf(features);
        capabilities = List.copyOf(capabilities);
        images = List.copyOf(images);
        findings = List.copyOf(findings);
        catalogFindings = List.copyOf(catalogFindings);
        missing = List.copyOf(missing);
        faults = List.copyOf(faults);
    }

    /** The report of one of its images alone, for the folder of that. */
    public Report of(BuiltImage image) {
        return new Report(
                schema,
                kind,
                name,
                new Made(made.whittle(), image.jdk().stream().toList()),
                image.verdict(),
                mustBeGreen,
                features,
                capabilities,
                List.of(image.inItsFolder()),
                findings,
                catalogFindings,
                List.of(),
                faults.stream()
                        .filter(fault ->
                                fault.image().filter(image.key()::equals).isPresent())
                        .toList());
    }

    /** What a report is of. */
    public enum Kind {
        /** The images of one build. */
        BUILD,
        /** The cells of a matrix, held against it. */
        MATRIX;

        @Override
        public String toString() {
            return this == BUILD ? "build" : "matrix";
        }
    }

    /**
     * By what a report was made.
     *
     * @param whittle the version of Whittle
     * @param jdk versions of the JDKs that images were linked from, sorted
     */
    public record Made(String whittle, List<String> jdk) {
        public Made {
            jdk = List.copyOf(jdk);
        }
    }

    /**
     * A feature of the graph.
     *
     * @param name its name
     * @param summary what it says of itself
     * @param internal whether nobody may ask for it by name
     * @param line in the catalogue
     * @param requires what it requires
     * @param needs capabilities that it needs
     * @param recommends what comes along where nothing stands against it
     * @param conflicts what it cannot be in one image with
     */
    public record FeatureNode(
            String name,
            Optional<String> summary,
            boolean internal,
            int line,
            List<Edge> requires,
            List<Edge> needs,
            List<Edge> recommends,
            List<Edge> conflicts) {
        public FeatureNode {
            requires = List.copyOf(requires);
            needs = List.copyOf(needs);
            recommends = List.copyOf(recommends);
            conflicts = List.copyOf(conflicts);
        }
    }

    /**
     * An edge of the graph.
     *
     * @param feature to which it leads; of {@code needs} it is a capability
     * @param when on which platforms; absent for all
     */
    public record Edge(String feature, Optional<String> when) {}

    /**
     * What several features can provide.
     *
     * @param name its name
     * @param exclusive whether one at most may be in
     * @param providers features, the preferred first
     */
    public record CapabilityNode(String name, boolean exclusive, List<String> providers) {
        public CapabilityNode {
            providers = List.copyOf(providers);
        }
    }

    /**
     * A cell of which nothing was found.
     *
     * @param id of the cell
     * @param name of the cell
     * @param platform of the cell
     * @param command that builds it
     */
    public record MissingCell(String id, String name, String platform, String command) {}

    /**
     * What makes a report red beside lines of defence.
     *
     * @param kind of what it is
     * @param image the {@code key} of the image it is about; absent where there is none in the report
     * @param text what is wrong
     * @param command that mends it, where one does
     */
    public record ReportFault(FaultKind kind, Optional<String> image, String text, Optional<String> command) {}

    /** Kinds of faults. */
    public enum FaultKind {
        /** Results of one cell came from several places, and are not the same. */
        DOUBLED,
        /** Results are of another catalogue or plan than what they are held against. */
        FOREIGN,
        /** Results are of no cell of the matrix. */
        UNKNOWN,
        /** A document cannot be read. */
        UNREADABLE,
        /** An image, an archive, memory or start-up is over its budget. */
        BUDGET;

        @Override
        public String toString() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
