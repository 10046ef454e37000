package io.whittle.assembler.pack;

import io.whittle.assembler.text.ByteCount;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What was packed, for a console. */
public final class PackText {
    private PackText() {}

    /** Lines without their ends: the image's own size first, then that of each archive. */
    public static List<String> lines(PackedImage packed) {
        List<String> lines = new ArrayList<>();
        PackOrder order = packed.order();
        lines.add(order.profile() + " for " + order.platform() + ": " + ByteCount.spell(packed.bytes())
                + " on disk, packed in " + order.folder());
        for (PackedImage.Archive archive : packed.archives()) {
            lines.add(String.format(
                    Locale.ROOT,
                    "  %s: %s to transfer (%d %%)",
                    order.fileName(archive.format()),
                    ByteCount.spell(archive.bytes()),
                    Math.round(100.0 * archive.bytes() / packed.bytes())));
        }
        return List.copyOf(lines);
    }
}
