package io.whittle.assembler.goal;

import java.nio.file.Path;
import java.util.List;

/** Where what is made of a template goes. */
final class TemplateFile {
    private static final String ENDING = ".ftl";

    private TemplateFile() {}

    /** The template's name without its ending. */
    static String made(Path template) {
        String name = template.getFileName().toString();
        return name.endsWith(ENDING) && name.length() > ENDING.length()
                ? name.substring(0, name.length() - ENDING.length())
                : name;
    }

    /** What speaks against writing there: sources are not written over. */
    static List<String> refusals(Path to, List<Path> sources) {
        Path made = to.toAbsolutePath().normalize();
        return sources.stream()
                .filter(source -> made.equals(source.toAbsolutePath().normalize()))
                .map(source -> "whittle.templateOutput is " + source + ", which would be written over.\n"
                        + "  Name another file, or leave it out.")
                .toList();
    }
}
