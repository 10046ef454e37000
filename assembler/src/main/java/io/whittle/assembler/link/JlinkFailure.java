package io.whittle.assembler.link;

import java.util.List;

/** What to tell a user when jlink itself fails. */
final class JlinkFailure {
    private record Known(String sign, String mend) {}

    private static final String NOT_STRIPPED = "Error: strip-native-debug-symbols: ";

    /** Parts of jlink's messages, in its English and as the system says them, with what mends the cause. */
    private static final List<Known> KNOWN = List.of(
            new Known(
                    "No space left on device",
                    "The disk is full: an image takes 40 to 300 MiB while it is made, and the former one stays until it"
                            + " is done. Make room, or build elsewhere with -Dwhittle.outputDirectory=<folder>."),
            new Known(
                    "not enough space on the disk",
                    "The disk is full: make room, or build elsewhere with -Dwhittle.outputDirectory=<folder>."),
            new Known(
                    "signed modular JAR",
                    "jlink refuses signed jars: -Dwhittle.ignoreSignatures=true links them and drops the signature."),
            new Known(
                    "has been modified",
                    "This JDK has no jmods and links from itself, which it refuses after its files were changed: install"
                            + " it anew, or name a JDK with jmods with -Dwhittle.jdk=<folder>."),
            new Known(
                    "unknown option",
                    "The jlink of this JDK cannot do what the catalogue's image options ask for (strip is known since"
                            + " JDK 13): take the option out, or link another JDK with -Dwhittle.jdk=<folder>."),
            new Known(
                    "No matching locales",
                    "The catalogue's image.locales name none that jdk.localedata has: correct them, or take them out."),
            new Known(
                    NOT_STRIPPED,
                    "strip: [native-debug] runs the objcopy of this machine, which knows files of its own processor alone:"
                            + " link on a machine of the platform, or take native-debug out of the image's strip."));

    private JlinkFailure() {}

    /** Whether jlink tells of something that it did not do, although it exits with 0. */
    static boolean isIn(String said) {
        return said.contains(NOT_STRIPPED);
    }

    static String explain(int exit, String said) {
        String mend = KNOWN.stream()
                .filter(known -> said.contains(known.sign))
                .map(Known::mend)
                .findFirst()
                .orElse("What jlink says above is its own; the command it was given stands in the log of mvn -X.");
        return "jlink failed" + (exit == 0 ? "" : " with exit code " + exit) + ":\n"
                + said.indent(4).stripTrailing() + "\n  " + mend;
    }
}
