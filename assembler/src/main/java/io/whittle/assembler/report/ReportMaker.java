package io.whittle.assembler.report;

import io.whittle.assembler.audit.Audit;
import io.whittle.assembler.audit.AuditJson;
import io.whittle.assembler.audit.AuditMerge;
import io.whittle.assembler.audit.AuditReader;
import io.whittle.assembler.documents.DocumentFolder;
import io.whittle.assembler.documents.Json;
import io.whittle.assembler.report.Report.FaultKind;
import io.whittle.assembler.report.Report.MissingCell;
import io.whittle.assembler.report.Report.ReportFault;
import io.whittle.graph.catalog.Mention;
import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Makes a report of what was found and what should be there. */
public final class ReportMaker {
    private final ReportInput input;
    private final List<ReportFault> faults = new ArrayList<>();
    private final Optional<Audit> audit;

    /** Whether an audit is left out, as it is of another catalogue. */
    private boolean isStale;

    /**
     * A report, and the audit in it as a value.
     *
     * @param report the report
     * @param audit all audits that were found, as one; empty where there was none
     */
    public record Made(Report report, Optional<Audit> audit) {
        /** The same of one image alone. */
        public Made of(BuiltImage image) {
            return new Made(report.of(image), audit);
        }
    }

    private ReportMaker(ReportInput input) {
        this.input = input;
        input.results().faults().forEach(this::unreadable);
        this.audit = audits();
    }

    /** Makes it. Linear in what was found. */
    public static Made make(ReportInput input) throws IOException {
        return new ReportMaker(input).make();
    }

    private Made make() throws IOException {
        List<Matching.Match> found = new Matching(input, faults).all();
        List<BuiltImage> images = new ArrayList<>();
        Set<String> jdks = new TreeSet<>();
        for (Matching.Match each : found) {
            BuiltImage image = image(each);
            image.jdk().ifPresent(jdks::add);
            images.add(image);
        }
        List<MissingCell> missing = input.expected().stream()
                .filter(cell -> found.stream().noneMatch(image -> image.cell().equals(Optional.of(cell))))
                .map(cell -> new MissingCell(cell.id(), cell.name(), cell.platform(), cell.command()))
                .toList();
        boolean red = !missing.isEmpty()
                || !faults.isEmpty()
                || images.isEmpty()
                || images.stream().anyMatch(image -> image.verdict() == State.RED);
        images.sort(Comparator.comparing(BuiltImage::key));
        Report report = new Report(
                Report.SCHEMA,
                input.kind(),
                input.catalog()
                        .name()
                        .map(Mention::text)
                        .orElse(String.valueOf(input.catalog().source().file().getFileName())),
                new Report.Made(input.whittle(), List.copyOf(jdks)),
                red ? State.RED : State.GREEN,
                input.mustBeGreen(),
                CatalogGraph.features(input.catalog()),
                CatalogGraph.capabilities(input.catalog()),
                images,
                audit.map(merged -> AuditJson.findings(merged).valueStream().toList())
                        .orElse(List.of()),
                validations(),
                missing,
                faults);
        return new Made(report, audit);
    }

    private Optional<Audit> audits() {
        List<Audit> audits = new ArrayList<>();
        for (JsonNode document : input.results().audits()) {
            if (!AuditReader.isOf(document, input.catalog())) {
                isStale = true;
                continue;
            }
            try {
                audits.add(AuditReader.read(document, input.catalog()));
            } catch (IllegalArgumentException strange) {
                unreadable("an audit.json cannot be read: " + strange.getMessage());
            }
        }
        return audits.isEmpty() ? Optional.empty() : Optional.of(AuditMerge.of(input.catalog(), audits));
    }

    // Each machine may have validated the same catalogue.
    private List<JsonNode> validations() {
        Set<JsonNode> findings = new LinkedHashSet<>();
        input.results().validations().forEach(document -> findings.addAll(Json.entries(document, "findings")));
        return List.copyOf(findings);
    }

    private BuiltImage image(Matching.Match match) throws IOException {
        ImageDocuments documents = match.same().get(0);
        Optional<ExpectedImage> expected = match.cell();
        ImageBytes bytes = bytes(documents, expected);
        ImageContents contents = new ImageContents(documents, bytes);
        AskedChecks checks = AskedChecks.of(match.same(), input.catalog());
        LineJudge judge = new LineJudge(input.catalog(), audit, isStale, documents, expected, checks);
        Lines lines = judge.lines();
        JsonNode cost = documents.tree(DocumentFolder.COST);
        List<String> standsFor = expected.map(ExpectedImage::standsFor).orElse(List.of(documents.name()));
        List<JsonNode> budgets = Budgets.of(documents, input.catalog(), standsFor);
        tellFaults(documents, expected, judge);
        Budgets.exceeded(documents, budgets)
                .forEach(text -> fault(FaultKind.BUDGET, documents, text, Optional.empty()));
        boolean red = lines.byName().entrySet().stream()
                        .anyMatch(line -> input.mustBeGreen().contains(line.getKey())
                                && line.getValue().state() != State.GREEN)
                || faults.stream().anyMatch(fault -> fault.image().equals(Optional.of(documents.key())));
        return new BuiltImage(
                documents.key(),
                id(documents, expected),
                documents.name(),
                documents.platform(),
                documents.shown(),
                standsFor,
                red ? State.RED : State.GREEN,
                lines,
                Json.optional(documents.tree(DocumentFolder.PLAN).path("jdk"), "version"),
                contents.features(),
                contents.modules(),
                contents.jars(),
                bytes.files(),
                bytes.total(),
                Transfers.of(documents),
                checks.checks(),
                Json.texts(documents.tree(DocumentFolder.CHECKS), "withoutCheck"),
                budgets,
                documents.has(DocumentFolder.COST) ? Optional.of(cost) : Optional.empty(),
                input.lock()
                        .map(lock -> new LockComparison(lock, input.tolerance()).of(documents, bytes.total()))
                        .orElse(List.of()),
                Stream.concat(
                                Json.texts(documents.tree(DocumentFolder.PLAN), "notes").stream(),
                                documents.former().stream())
                        .toList(),
                Links.of(documents, input.folder()));
    }

    // Images come from other machines, and any one may be cut off.
    private ImageBytes bytes(ImageDocuments documents, Optional<ExpectedImage> expected) {
        try {
            return ImageBytes.of(documents);
        } catch (IOException | RuntimeException damaged) {
            fault(
                    FaultKind.UNREADABLE,
                    documents,
                    documents.shown() + "/image cannot be read: " + damaged.getMessage(),
                    command(expected));
            return ImageBytes.reported(documents);
        }
    }

    private Optional<String> id(ImageDocuments documents, Optional<ExpectedImage> expected) {
        return input.kind() == Report.Kind.MATRIX && expected.isPresent()
                ? expected.map(ExpectedImage::id)
                : documents.id(true);
    }

    private void tellFaults(ImageDocuments documents, Optional<ExpectedImage> expected, LineJudge judge) {
        documents.useless().values().forEach(text -> fault(FaultKind.UNREADABLE, documents, text, command(expected)));
        judge.foreign()
                .ifPresent(text -> fault(
                        FaultKind.FOREIGN,
                        documents,
                        documents.called() + " in " + documents.shown() + ": " + text,
                        command(expected)));
        if (input.kind() == Report.Kind.MATRIX && expected.isEmpty()) {
            fault(
                    FaultKind.UNKNOWN,
                    documents,
                    documents.called() + " in " + documents.shown() + " is no cell of the matrix",
                    Optional.empty());
        }
    }

    private void fault(FaultKind kind, ImageDocuments image, String text, Optional<String> command) {
        faults.add(new ReportFault(kind, Optional.of(image.key()), text, command));
    }

    private void unreadable(String text) {
        faults.add(new ReportFault(FaultKind.UNREADABLE, Optional.empty(), text, Optional.empty()));
    }

    private static Optional<String> command(Optional<ExpectedImage> cell) {
        return cell.map(ExpectedImage::command);
    }
}
