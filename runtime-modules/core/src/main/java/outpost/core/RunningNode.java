package outpost.core;

import outpost.core.log.Log;
import outpost.core.log.LogHub;
import outpost.core.log.LogSink;

import java.io.Closeable;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/**
 * A node from its start to its close. It starts with all its features or not at all.
 */
public final class RunningNode implements Closeable {
    private final LogHub logs;
    private final Log log;
    private final FolderLock lock;
    private final LocalNode node;
    private final Deque<Feature> opened = new ArrayDeque<>();
    private boolean logged;
    private boolean running;

    private RunningNode(LogHub logs, FolderLock lock, LocalNode node) {
        this.logs = logs;
        this.log = logs.log("node");
        this.lock = lock;
        this.node = node;
    }

    /**
     * Starts a node and returns when every feature has started; whether it goes up is told by its events.
     *
     * @param stderr where the log goes when no feature takes it
     * @throws FeatureException if a feature cannot start; those that had are closed again
     * @throws IOException if the state folder cannot be used, or another node uses it
     */
    public static RunningNode start(NodeConfig config, Collection<Feature> features, PrintStream stderr)
            throws IOException, FeatureException {
        List<Feature> ordered = Features.ordered(features);
        LogHub logs = new LogHub(Clock.systemUTC(), stderr);
        FolderLock lock = FolderLock.take(config.state());
        RunningNode running;
        try {
            LocalNode node = new LocalNode(ordered, config, logs);
            running = new RunningNode(logs, lock, node);
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
        running.open(ordered);
        return running;
    }

    public Node node() {
        return node;
    }

    /**
     * Takes the network down and closes the features in reverse order. A feature that fails does not keep the others from being
     * closed. A second call does nothing.
     *
     * @throws IOException if any of them failed; each is in the log
     */
    @Override
    public void close() throws IOException {
        if (running) {
            running = false;
            node.halt();
        }
        int failed = 0;
        while (!opened.isEmpty()) {
            failed += closed(opened.pop()) ? 0 : 1;
        }
        node.events().close();
        lock.close();
        if (failed > 0) {
            throw new IOException(failed + " features could not be closed; the log names them");
        }
    }

    private boolean closed(Feature feature) {
        try {
            feature.close();
            return true;
        } catch (IOException | RuntimeException | LinkageError e) {
            log.error("feature " + feature.name() + " could not be closed", e);
            return false;
        }
    }

    private void open(List<Feature> features) throws IOException, FeatureException {
        Feature current = null;
        try {
            for (Feature feature : features) {
                current = feature;
                opened.push(feature);
                feature.publish(node);
                keepUntilLast(feature);
            }
            node.find(LogSink.class).ifPresentOrElse(logs::open, logs::openToStderr);
            for (Feature feature : features) {
                current = feature;
                feature.start(node);
            }
        } catch (IOException | RuntimeException | LinkageError e) {
            logs.openToStderr();
            FeatureException failure = new FeatureException(current.name(), e);
            closeAfter(failure);
            throw failure;
        }
        running = true;
        node.run();
        Set<String> unread = node.settings().unread();
        if (!unread.isEmpty()) {
            log.info("settings that no feature in this image reads: " + String.join(", ", unread));
        }
    }

    /** Whoever takes the log takes it until everybody else is closed. */
    private void keepUntilLast(Feature feature) {
        if (!logged && node.find(LogSink.class).isPresent()) {
            logged = true;
            opened.remove(feature);
            opened.addLast(feature);
        }
    }

    private void closeAfter(FeatureException failure) {
        try {
            close();
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }
}
