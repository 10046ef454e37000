package outpost.daemon;

import outpost.core.FeatureException;
import outpost.core.Features;
import outpost.core.RunningNode;
import outpost.core.Version;
import outpost.core.log.Causes;
import outpost.core.service.LocalApi;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.NoSuchFileException;
import java.util.Optional;

/** Runs a node until a signal ends it. Exit codes: 0 done or stopped cleanly, 1 failed, 2 wrong options. */
public final class Outpostd {
    private static final int DONE = 0;
    private static final int FAILED = 1;
    private static final int USAGE = 2;

    private final PrintStream out;
    private final PrintStream err;

    Outpostd(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    public static void main(String[] args) {
        System.exit(new Outpostd(System.out, System.err).run(args));
    }

    int run(String... args) {
        try {
            Order order = Options.parse(args);
            if (order instanceof Order.Help) {
                out.print(Options.HELP);
                return DONE;
            }
            if (order instanceof Order.ShowVersion) {
                out.println("outpostd " + Version.current());
                return DONE;
            }
            serve((Order.Run) order);
            return DONE;
        } catch (OptionException e) {
            err.println("outpostd: " + e.getMessage());
            err.println("outpostd --help lists the options");
            return USAGE;
        } catch (NoSuchFileException e) {
            err.println("outpostd: " + e.getFile() + " does not exist; make it, or name another");
            return FAILED;
        } catch (IOException | FeatureException e) {
            err.println("outpostd: " + Causes.text(e));
            return FAILED;
        }
    }

    /** Returns only if the node could not start: afterwards the process ends by a signal. */
    private void serve(Order.Run order) throws IOException, FeatureException {
        Shutdown shutdown = new Shutdown(err);
        Runtime.getRuntime().addShutdownHook(new Thread(shutdown::run, "outpostd-shutdown"));
        RunningNode running;
        try {
            running = RunningNode.start(order.config(), Features.inImage(), err);
        } catch (IOException | FeatureException | RuntimeException e) {
            shutdown.nothingStarted();
            throw e;
        }
        out.println(greeting(running));
        out.flush();
        shutdown.started(running);
        Shutdown.sleepForever();
    }

    private static String greeting(RunningNode running) {
        Optional<LocalApi> api = running.node().find(LocalApi.class);
        return api.map(open -> "listening on " + open.socket())
                .orElse("running without a socket: localapi is not in this image");
    }
}
