package io.whittle.assembler.heal;

import io.whittle.assembler.bisect.Run;

import java.util.Collection;
import java.util.stream.Collectors;

import static io.whittle.assembler.text.MarkdownText.code;
import static io.whittle.assembler.text.MarkdownText.prose;

/** A diagnosis in GitHub's Markdown; nothing out of catalogue or logs is read as Markdown or HTML. */
public final class DiagnosisMarkdown {
    /** More names in a cell are read by nobody; the document for programs has them all. */
    private static final int SHORT = 6;

    private final Diagnosis diagnosis;
    private final StringBuilder text = new StringBuilder();

    private DiagnosisMarkdown(Diagnosis diagnosis) {
        this.diagnosis = diagnosis;
    }

    /** The text; lines end with {@code \n}. */
    public static String write(Diagnosis diagnosis) {
        return new DiagnosisMarkdown(diagnosis).text();
    }

    private String text() {
        line("## " + capital(prose(DiagnosisWords.headline(diagnosis))));
        line("");
        diagnosis.fault().ifPresent(fault -> {
            line("- " + code(fault.at()));
            line("  - expected: " + prose(fault.expected()));
            line("  - got: " + prose(fault.got()));
        });
        DiagnosisWords.sentences(diagnosis).forEach(sentence -> line("- " + prose(sentence)));
        line("- " + prose(DiagnosisWords.effort(diagnosis.runs())));
        line("");
        if (!diagnosis.edits().isEmpty()) {
            line("Declare it at " + prose(DiagnosisWords.where(diagnosis)) + ":");
            line("");
            line("```yaml");
            DiagnosisWords.lines(diagnosis.edits()).forEach(this::line);
            line("```");
            line("");
        }
        runs();
        return text.toString();
    }

    private void runs() {
        line("| run | with | without | in | outcome | attempts | time |");
        line("|---|---|---|---|---|---|---|");
        // As the folders of their logs are numbered.
        int before = 0;
        for (Run<ImagePart> run : diagnosis.runs().all()) {
            int last = before + run.attempts();
            line("| " + (run.attempts() == 1 ? "" : (before + 1) + " to ") + last + " | "
                    + names(run.added(), "the image alone") + " | "
                    + names(run.leftOut(), "nothing") + " | " + (run.linked() ? "a linked image" : "the laboratory")
                    + " | " + DiagnosisWords.word(run.verdict()) + " | " + run.attempts() + " | "
                    + run.time().toMillis() + " ms |");
            before = last;
        }
        line("");
    }

    private static String names(Collection<ImagePart> parts, String none) {
        if (parts.isEmpty()) {
            return none;
        }
        return parts.size() > SHORT
                ? parts.size() + " parts"
                : parts.stream().map(part -> code(part.name())).collect(Collectors.joining(", "));
    }

    private static String capital(String sentence) {
        return Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1);
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
