package io.whittle.assembler.check;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Commands as a POSIX shell reads them. */
final class ShellText {
    private ShellText() {}

    /** One line that runs the words in a folder, with more variables. */
    static String command(Path folder, Map<String, String> variables, List<String> words) {
        Stream<String> environment = variables.isEmpty()
                ? Stream.empty()
                : Stream.concat(
                        Stream.of("env"),
                        variables.entrySet().stream().map(entry -> entry.getKey() + "=" + entry.getValue()));
        return "cd " + quoted(folder.toString()) + " && "
                + Stream.concat(environment, words.stream())
                        .map(ShellText::quoted)
                        .collect(Collectors.joining(" "));
    }

    // Nothing is special between single quotes, except their end.
    private static String quoted(String word) {
        return word.matches("[A-Za-z0-9_./:=,+@%-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
