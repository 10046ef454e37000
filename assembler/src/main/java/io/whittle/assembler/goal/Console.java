package io.whittle.assembler.goal;

import io.whittle.graph.explain.TreeStyle;

import java.nio.charset.Charset;
import java.util.Locale;

/** What the console can spell. */
final class Console {
    private Console() {}

    // Since Java 18 the default charset is UTF-8 whatever the console spells; this property tells the console's.
    static TreeStyle style() {
        String console =
                System.getProperty("stdout.encoding", Charset.defaultCharset().name());
        return console.toUpperCase(Locale.ROOT).startsWith("UTF") ? TreeStyle.LINES : TreeStyle.ASCII;
    }
}
