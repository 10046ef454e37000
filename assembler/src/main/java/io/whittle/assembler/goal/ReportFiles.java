package io.whittle.assembler.goal;

import io.whittle.assembler.audit.Sarif;
import io.whittle.assembler.page.ReportPage;
import io.whittle.assembler.report.Report;
import io.whittle.assembler.report.ReportJson;
import io.whittle.assembler.report.ReportMaker;
import io.whittle.assembler.report.ReportMarkdown;
import io.whittle.assembler.report.ReportSarif;
import io.whittle.assembler.report.ReportXml;
import io.whittle.graph.catalog.FeatureCatalog;

import java.util.SortedMap;
import java.util.TreeMap;

/** The files of a report. */
final class ReportFiles {
    private ReportFiles() {}

    /** Their texts, by name. */
    static SortedMap<String, String> of(ReportMaker.Made made, FeatureCatalog catalog) {
        Report report = made.report();
        SortedMap<String, String> texts = new TreeMap<>();
        texts.put("report.json", ReportJson.write(report));
        texts.put("report.html", ReportPage.html(ReportJson.tree(report)));
        texts.put("report.md", ReportMarkdown.write(report));
        texts.put(
                "report.sarif",
                ReportSarif.write(
                        report, made.audit(), Sarif.uri(catalog.source().file())));
        texts.put("report.xml", ReportXml.write(report));
        return texts;
    }
}
