package outpost.core.event;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Delivers events one at a time, in the order in which they were emitted, on a thread of its own. A slow listener holds up the
 * others, so a listener hands longer work to a thread of its own. A listener that throws is reported and stays subscribed.
 *
 * <p>At most {@value #LIMIT} events wait; then emitting waits as well, except on the bus's own thread.
 */
public final class EventBus implements AutoCloseable {
    private static final int LIMIT = 1024;

    private record Listener<E extends Event>(Class<E> type, Consumer<? super E> action) {
        void offer(Event event) {
            if (type.isInstance(event)) {
                action.accept(type.cast(event));
            }
        }
    }

    private final List<Listener<?>> listeners = new CopyOnWriteArrayList<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<Event> waiting = new ArrayDeque<>();
    private final BiConsumer<Event, Throwable> failures;
    private final Thread thread = new Thread(this::deliver, "outpost-events");
    private boolean delivering;
    private boolean closed;

    /** @param failures told of every listener that threw, with the event it was called for */
    public EventBus(BiConsumer<Event, Throwable> failures) {
        this.failures = failures;
        thread.setDaemon(true);
        thread.start();
    }

    /** Calls {@code action} for every event of {@code type}, or of a type below it, that is emitted from now on. */
    public <E extends Event> Subscription subscribe(Class<E> type, Consumer<? super E> action) {
        Listener<E> listener = new Listener<>(type, action);
        listeners.add(listener);
        return () -> listeners.removeIf(known -> known == listener);
    }

    /** Puts an event on the bus and returns, as a rule before it is delivered. On a closed bus it does nothing. */
    public void emit(Event event) {
        lock.lock();
        try {
            while (waiting.size() >= LIMIT && !closed && Thread.currentThread() != thread) {
                changed.awaitUninterruptibly();
            }
            if (!closed) {
                waiting.add(event);
                changed.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Waits until everything emitted so far has been delivered. Not to be called by a listener. */
    public void drain() {
        lock.lock();
        try {
            while (!closed && (delivering || !waiting.isEmpty())) {
                changed.awaitUninterruptibly();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Ends delivery; events that still wait are dropped. */
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            waiting.clear();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void deliver() {
        for (Event event = next(); event != null; event = next()) {
            for (Listener<?> listener : listeners) {
                try {
                    listener.offer(event);
                } catch (RuntimeException | Error e) {
                    failures.accept(event, e);
                }
            }
        }
    }

    /** The next event, or null when the bus is closed. */
    private Event next() {
        lock.lock();
        try {
            delivering = false;
            changed.signalAll();
            while (waiting.isEmpty() && !closed) {
                changed.awaitUninterruptibly();
            }
            delivering = !closed;
            changed.signalAll();
            return waiting.poll();
        } finally {
            lock.unlock();
        }
    }
}
