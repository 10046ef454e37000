package io.whittle.assembler.oci;

import io.whittle.assembler.text.ByteCount;
import io.whittle.assembler.text.ChangedJarsText;

import java.util.List;
import java.util.SortedMap;

import static io.whittle.assembler.text.MarkdownText.code;
import static io.whittle.assembler.text.MarkdownText.prose;

/** A profile's container images in GitHub's Markdown, for the summary of a CI job. */
final class OciMarkdown {
    private OciMarkdown() {}

    /** The summary; lines end with {@code \n}. */
    static String write(ContainerImages images, SortedMap<String, List<String>> sharing) {
        StringBuilder text = new StringBuilder();
        OciSettings settings = images.settings();
        text.append("## Container images of ").append(prose(images.profile())).append("\n\n");
        text.append(code(settings.name() + ":" + settings.tag()))
                .append(", index ")
                .append(code(images.index().digest()))
                .append("\n");
        for (ContainerImage image : images.each()) {
            PlannedContainer planned = image.planned();
            text.append("\n### ")
                    .append(prose(planned.platform().toString()))
                    .append("\n\n")
                    .append(ByteCount.spell(image.bytes()))
                    .append(" to transfer; runs ")
                    .append(code(String.join(" ", planned.source().entryPoint())))
                    .append(" as ")
                    .append(code(planned.user()))
                    .append("\n\n| layer | bytes | | digest | shared with |\n|---|---:|---:|---|---|\n");
            for (WrittenLayer layer : image.layers()) {
                text.append("| ")
                        .append(prose(layer.content().prose()))
                        .append(" | ")
                        .append(layer.bytes())
                        .append(" | ")
                        .append(ByteCount.spell(layer.bytes()))
                        .append(" | ")
                        .append(code(layer.digest()))
                        .append(" | ")
                        .append(prose(String.join(", ", OciJson.others(planned, layer, sharing))))
                        .append(" |\n");
            }
            text.append(ChangedJarsText.section(4, planned.source().changed()));
            planned.notes()
                    .forEach(note -> text.append("\n")
                            .append(prose(note.replaceAll("\\s+", " ")))
                            .append("\n"));
        }
        return text.toString();
    }
}
