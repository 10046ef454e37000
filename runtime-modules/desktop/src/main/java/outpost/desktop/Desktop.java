package outpost.desktop;

import outpost.core.Feature;
import outpost.core.Node;
import outpost.core.StateChanged;
import outpost.core.log.Causes;
import outpost.core.log.Log;
import outpost.core.service.LocalApi;

import java.awt.AWTError;
import java.awt.AWTException;
import java.awt.EventQueue;
import java.awt.GraphicsEnvironment;
import java.awt.SystemTray;
import java.util.Optional;

/** The feature {@code desktop}: a tray icon where there is a tray, and one line in the log where there is none; the icon as a picture for whoever asks. */
public final class Desktop implements Feature {
    private Optional<NodeTray> shown = Optional.empty();
    private boolean closed;

    @Override
    public String name() {
        return "desktop";
    }

    @Override
    public void start(Node node) {
        Log log = log(node);
        node.find(LocalApi.class)
                .ifPresent(api -> api.route(
                        "GET",
                        "/v1/icon",
                        LocalApi.Permission.READ,
                        request -> IconImage.of(TrayFace.of(node.state(), node.wantRunning()))));
        if (GraphicsEnvironment.isHeadless()) {
            log.info("no tray: this machine has no display");
            return;
        }
        try {
            EventQueue.invokeLater(() -> show(node, log));
            node.events().subscribe(StateChanged.class, change -> EventQueue.invokeLater(this::update));
        } catch (AWTError | LinkageError e) {
            noTray(log, e);
        }
    }

    private synchronized void show(Node node, Log log) {
        try {
            if (closed) {
                return;
            }
            if (SystemTray.isSupported()) {
                shown = Optional.of(NodeTray.show(SystemTray.getSystemTray(), node, log));
            } else {
                log.info("no tray: this desktop offers none");
            }
        } catch (AWTException | AWTError | LinkageError e) {
            noTray(log, e);
        }
    }

    /** A display that cannot be reached, or a Java runtime that came without its windowing libraries. */
    private static void noTray(Log log, Throwable cause) {
        log.info("no tray: " + Causes.text(cause));
    }

    private synchronized void update() {
        shown.ifPresent(NodeTray::update);
    }

    @Override
    public void close() {
        Optional<NodeTray> last;
        synchronized (this) {
            closed = true;
            last = shown;
            shown = Optional.empty();
        }
        last.ifPresent(tray -> EventQueue.invokeLater(tray::remove));
    }
}
