package io.whittle.assembler.check;

import io.whittle.assembler.check.Fault.LogEnd;
import io.whittle.assembler.process.RunningProcess;
import io.whittle.assembler.text.Printable;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The last lines of what processes wrote. */
final class LogEnds {
    private static final int LINES = 20;
    private static final int BYTES = 1 << 14;
    private static final int LINE_CHARACTERS = 400;

    private LogEnds() {}

    /** Both logs of each process, without the empty ones. */
    static List<LogEnd> of(List<RunningProcess> processes) {
        return processes.stream()
                .flatMap(process -> Stream.of(
                        of(process.spec().stdout(), process.droppedOut()),
                        of(process.spec().stderr(), process.droppedErr())))
                .filter(end -> !end.lines().isEmpty())
                .toList();
    }

    private static LogEnd of(Path file, long dropped) {
        List<String> lines = tail(file).lines().map(LogEnds::printable).toList();
        return new LogEnd(file, lines.subList(Math.max(0, lines.size() - LINES), lines.size()), dropped);
    }

    private static String tail(Path file) {
        try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "r")) {
            long from = Math.max(0, open.length() - BYTES);
            open.seek(from);
            byte[] bytes = new byte[(int) (open.length() - from)];
            open.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            return "";
        }
    }

    // A log holds what it likes: orders to a terminal, and lines without end.
    private static String printable(String line) {
        String text = Printable.of(
                line.substring(0, Math.min(LINE_CHARACTERS, line.length())).replace('\t', ' '));
        return text.length() < LINE_CHARACTERS ? text : text.substring(0, LINE_CHARACTERS - 1) + "…";
    }
}
