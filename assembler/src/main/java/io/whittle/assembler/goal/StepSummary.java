package io.whittle.assembler.goal;

import io.whittle.assembler.report.Report;
import io.whittle.assembler.report.ReportMarkdown;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The summary of a step of GitHub Actions, to which other tools add, too. */
final class StepSummary {
    /** Of a larger one GitHub shows nothing at all. */
    static final long MOST_BYTES = 1 << 20;

    private final Path file;
    private final Progress progress;

    StepSummary(Path file, Progress progress) {
        this.file = file;
        this.progress = progress;
    }

    /** Adds the summary of a report; where there is no room for it its headline, or nothing. */
    void add(Report report) throws IOException {
        long taken = Files.exists(file) ? Files.size(file) : 0;
        byte[] all = bytes(ReportMarkdown.write(report));
        byte[] headline = bytes(ReportMarkdown.headline(report));
        if (taken + all.length <= MOST_BYTES) {
            append(all);
        } else if (taken + headline.length <= MOST_BYTES) {
            append(headline);
            progress.warn(
                    file + " has no room for more than the headline: GitHub shows no summary of more than 1 MiB.");
        } else {
            progress.warn(file + " is full: GitHub shows no summary of more than 1 MiB, so nothing was added to it.");
        }
    }

    private void append(byte[] bytes) throws IOException {
        Files.write(file, bytes, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        progress.say("summary added to " + file);
    }

    // What others added may not end with a line of its own.
    private static byte[] bytes(String text) {
        return ("\n" + text).getBytes(StandardCharsets.UTF_8);
    }
}
