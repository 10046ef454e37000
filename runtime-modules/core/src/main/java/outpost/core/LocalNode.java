package outpost.core;

import outpost.core.count.Counters;
import outpost.core.event.EventBus;
import outpost.core.log.Log;
import outpost.core.log.LogHub;
import outpost.core.netmap.Netmap;
import outpost.core.netmap.NetmapChanged;
import outpost.core.state.StateStore;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The node as its features see it. Its thread does one thing after the other: netmap, up, down. */
final class LocalNode implements Node {
    private static final long LOOK_MILLIS = 500;

    private final List<Feature> features;
    private final Settings settings;
    private final StateStore store;
    private final LogHub logs;
    private final EventBus events;
    private final Counters counters = new Counters();
    private final Published services = new Published();
    private final NetmapWatch netmap;
    private final Lifecycle lifecycle;
    private final NodeTasks tasks;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread made = new Thread(task, "outpost-node");
        made.setDaemon(true);
        return made;
    });

    LocalNode(List<Feature> features, NodeConfig config, LogHub logs) throws IOException {
        this.features = List.copyOf(features);
        this.settings = config.settings();
        this.store = StateStore.open(config.state());
        this.logs = logs;
        Log log = logs.log("node");
        this.events = new EventBus((event, failure) ->
                log.error("a listener failed on " + event.getClass().getSimpleName(), failure));
        this.netmap = new NetmapWatch(config.netmap(), services, log, this::changed);
        this.tasks = new NodeTasks(services, log);
        this.lifecycle = new Lifecycle(store, events, services, log, System::nanoTime);
    }

    /** Begins to watch the netmap and to go where the node is wanted. */
    void run() {
        events.emit(new NodeReady());
        thread.scheduleWithFixedDelay(tasks.guarded(this::tick), 0, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Takes the activities down and ends the node's thread, before the features are closed. */
    void halt() {
        thread.execute(tasks.guarded(lifecycle::stop));
        thread.shutdown();
        boolean interrupted = false;
        while (!thread.isTerminated()) {
            try {
                thread.awaitTermination(1, TimeUnit.DAYS);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        events.drain();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public List<String> features() {
        return features.stream().map(Feature::name).sorted().toList();
    }

    @Override
    public Settings settings() {
        return settings;
    }

    @Override
    public StateStore store() {
        return store;
    }

    @Override
    public EventBus events() {
        return events;
    }

    @Override
    public Counters counters() {
        return counters;
    }

    @Override
    public Log log(String source) {
        return logs.log(source);
    }

    @Override
    public Optional<Netmap> netmap() {
        return netmap.current();
    }

    @Override
    public NodeState state() {
        return lifecycle.state();
    }

    @Override
    public boolean wantRunning() {
        return lifecycle.wanted();
    }

    @Override
    public void up() throws IOException {
        want(true);
    }

    @Override
    public void down() throws IOException {
        want(false);
    }

    @Override
    public Runnable whileRunning(String feature, Activity activity) {
        Member member = lifecycle.join(feature, activity);
        return () -> {
            try {
                thread.execute(tasks.guarded(() -> lifecycle.again(member, netmap.current())));
            } catch (RejectedExecutionException ended) {
                logs.log("node").v1(feature + " is not brought back: the node is being closed");
            }
        };
    }

    @Override
    public <T> void publish(Class<T> type, T service) {
        services.publish(type, service);
    }

    @Override
    public <T> Optional<T> find(Class<T> type) {
        return services.find(type);
    }

    @Override
    public <T> T need(Class<T> type) throws MissingServiceException {
        Optional<T> published = services.find(type);
        if (published.isPresent()) {
            return published.get();
        }
        // Said here and not in the descriptor: it is the caller's need, and only of an image that the caller is in.
        LocalNode.class.getModule().addUses(type);
        return ServiceLoader.load(type).stream()
                .map(ServiceLoader.Provider::type)
                .flatMap(this::started)
                .findFirst()
                .orElseThrow(() -> new MissingServiceException(type));
    }

    private <T> Stream<T> started(Class<? extends T> provider) {
        return features.stream().filter(provider::isInstance).map(provider::cast);
    }

    private void want(boolean running) throws IOException {
        lifecycle.want(running);
        try {
            thread.execute(tasks.guarded(this::settle));
        } catch (RejectedExecutionException e) {
            throw new IOException("the node is being closed; what is wanted was remembered for its next start", e);
        }
    }

    private void tick() {
        netmap.look();
        settle();
    }

    private void settle() {
        lifecycle.settle(netmap.current());
    }

    private void changed(Optional<Netmap> before, Netmap now) {
        events.emit(new NetmapChanged(before, now));
        lifecycle.refresh(now);
    }
}
