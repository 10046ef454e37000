package io.whittle.assembler.process;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A shell that waits on a pipe from this JVM. The system closes the pipe whatever ends the JVM, and then the shell kills
 * all that bears the mark, and deletes the folder where it worked. It bears none itself, holds none of the JVM's outputs, and keeps no folder busy.
 */
final class Watchdog implements AutoCloseable {
    /** Whole rounds, since a process may fork between being seen and being killed; bounded, since some cannot be killed. */
    private static final String SCRIPT = """
            trap '' HUP INT TERM
            while read -r line; do [ "$line" = done ] && exit 0; done
            round=0
            while [ $round -lt 200 ]; do
              round=$((round + 1))
              found=
              for environ in /proc/[0-9]*/environ; do
                if grep -q -F -e "$1" "$environ" 2>/dev/null; then
                  pid=${environ#/proc/}
                  kill -KILL "${pid%/environ}" 2>/dev/null && found=yes
                fi
              done
              [ -n "$found" ] || break
            done
            rm -rf -- "$2"
            """;

    private final Optional<Process> shell;

    private Watchdog(Optional<Process> shell) {
        this.shell = shell;
    }

    /** Watches over the processes of a mark, on Linux; elsewhere marks cannot be read, and nothing is started. */
    static Watchdog over(Mark mark, Path scratch) throws IOException {
        if (!Files.isReadable(Path.of("/proc/self/environ"))) {
            return new Watchdog(Optional.empty());
        }
        List<String> words = new ArrayList<>();
        // Whoever kills the group or the session of the build does not mean its watchdog.
        setsid().ifPresent(words::add);
        words.addAll(List.of("/bin/sh", "-c", SCRIPT, "sh", mark.assignment(), scratch.toString()));
        ProcessBuilder builder = new ProcessBuilder(words)
                .directory(new File("/"))
                .redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.DISCARD);
        builder.environment().keySet().removeIf(name -> !name.equals("PATH"));
        return new Watchdog(Optional.of(builder.start()));
    }

    private static Optional<String> setsid() {
        return Stream.of("/usr/bin/setsid", "/bin/setsid")
                .filter(program -> Files.isExecutable(Path.of(program)))
                .findFirst();
    }

    /** Lets it go; to be called when all that bears the mark has been killed. */
    @Override
    public void close() {
        shell.ifPresent(process -> {
            try (OutputStream pipe = process.getOutputStream()) {
                pipe.write("done\n".getBytes(StandardCharsets.US_ASCII));
            } catch (IOException gone) {
                // Nobody is there to be told.
                return;
            }
            process.onExit().join();
        });
    }
}
