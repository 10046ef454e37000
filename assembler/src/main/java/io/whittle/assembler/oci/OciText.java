package io.whittle.assembler.oci;

import io.whittle.assembler.text.ByteCount;
import io.whittle.assembler.text.Printable;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/** A profile's container images, for a console. */
final class OciText {
    private OciText() {}

    /** Lines without their ends. */
    static List<String> lines(ContainerImages images, SortedMap<String, List<String>> sharing) {
        List<String> lines = new ArrayList<>();
        OciSettings settings = images.settings();
        lines.add(images.profile() + ": " + settings.name() + ":" + settings.tag()
                + (settings.layout() ? " in " + images.layout() : ""));
        for (ContainerImage image : images.each()) {
            PlannedContainer planned = image.planned();
            lines.add("  " + planned.platform() + ": " + ByteCount.spell(image.bytes()) + " to transfer, "
                    + image.manifest().digest());
            for (WrittenLayer layer : image.layers()) {
                List<String> others = OciJson.others(planned, layer, sharing);
                lines.add("    " + layer.content().prose() + ": " + ByteCount.spell(layer.bytes())
                        + (others.isEmpty() ? "" : ", shared with " + String.join(", ", others)));
            }
            lines.add("    runs as " + Printable.of(planned.user()) + ": "
                    + String.join(" ", planned.source().entryPoint()));
            image.archive().ifPresent(file -> lines.add("    for docker load: " + file));
            planned.notes().forEach(note -> lines.add("    " + note.replaceAll("\\s+", " ")));
        }
        return List.copyOf(lines);
    }
}
