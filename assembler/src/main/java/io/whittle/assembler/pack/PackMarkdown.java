package io.whittle.assembler.pack;

import io.whittle.assembler.text.ByteCount;
import io.whittle.assembler.text.ChangedJarsText;

import static io.whittle.assembler.text.MarkdownText.code;
import static io.whittle.assembler.text.MarkdownText.prose;

/** What was packed in GitHub's Markdown, for the summary of a CI job. */
public final class PackMarkdown {
    private PackMarkdown() {}

    /** The summary; lines end with {@code \n}. */
    public static String write(PackedImage packed) {
        StringBuilder text = new StringBuilder();
        text.append("## Archives of ")
                .append(prose(packed.order().profile()))
                .append(" for ")
                .append(prose(packed.order().platform().toString()))
                .append("\n\n| | bytes | | sha-256 |\n|---|---:|---:|---|\n");
        row(text, "on disk, " + packed.files() + " files", packed.bytes(), "");
        for (PackedImage.Archive archive : packed.archives()) {
            row(text, code(packed.order().fileName(archive.format())), archive.bytes(), code(archive.sha256()));
        }
        return text.append(ChangedJarsText.section(3, packed.order().changed())).toString();
    }

    private static void row(StringBuilder text, String what, long bytes, String hash) {
        text.append("| ")
                .append(what)
                .append(" | ")
                .append(bytes)
                .append(" | ")
                .append(ByteCount.spell(bytes))
                .append(" | ")
                .append(hash)
                .append(" |\n");
    }
}
