package outpost.logtail;

import outpost.core.Feature;
import outpost.core.Node;
import outpost.core.log.LogSink;
import outpost.core.service.Health;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Clock;
import java.util.Optional;

/**
 * The feature {@code logtail}. Settings: {@code logtail.kilobytes}, the size of one file, and {@code logtail.files}, how many
 * there are at most.
 */
public final class LogTail implements Feature {
    private final PrintStream stderr;
    private Optional<DiskSink> sink = Optional.empty();

    public LogTail() {
        this(System.err);
    }

    LogTail(PrintStream stderr) {
        this.stderr = stderr;
    }

    @Override
    public String name() {
        return "logtail";
    }

    @Override
    public void publish(Node node) throws IOException {
        long bytesAFile = 1024L * node.settings().number("logtail.kilobytes", 1024, 4, 1 << 20);
        int files = node.settings().number("logtail.files", 5, 1, 100);
        var log = new RotatingLog(() -> node.store().folder(name()), bytesAFile, files);
        var made = new DiskSink(log, stderr, Clock.systemUTC(), problem -> tell(node, problem));
        sink = Optional.of(made);
        node.publish(LogSink.class, made);
    }

    private void tell(Node node, Optional<String> problem) {
        node.find(Health.class)
                .ifPresent(health ->
                        problem.ifPresentOrElse(text -> health.report(name(), text), () -> health.clear(name())));
    }

    @Override
    public void close() throws IOException {
        if (sink.isPresent()) {
            sink.get().close();
        }
    }
}
