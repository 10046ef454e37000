package outpost.core.event;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;

@Timeout(30)
class EventBusTest {
    private record Counted(int number) implements Event {}

    private record Other() implements Event {}

    private final List<Object> seen = Collections.synchronizedList(new ArrayList<>());
    private final EventBus bus = new EventBus((event, failure) -> seen.add(failure.getMessage()));

    @AfterEach
    void close() {
        bus.close();
    }

    @Test
    void eventsArriveInOrderAndOnlyThoseOfTheTypeAskedFor() {
        bus.subscribe(Counted.class, event -> seen.add(event.number()));
        IntStream.range(0, 5_000).forEach(i -> {
            bus.emit(new Counted(i));
            bus.emit(new Other());
        });
        bus.drain();

        assertThat(seen).isEqualTo(IntStream.range(0, 5_000).boxed().toList());
    }

    @Test
    void aListenerThatThrowsIsReportedAndHindersNobody() {
        bus.subscribe(Counted.class, event -> {
            throw new IllegalStateException("broken " + event.number());
        });
        bus.subscribe(Counted.class, event -> seen.add(event.number()));
        bus.emit(new Counted(1));
        bus.emit(new Counted(2));
        bus.drain();

        assertThat(seen).containsExactly("broken 1", 1, "broken 2", 2);
    }

    @Test
    void anErrorOfAListenerEndsNoDelivery() {
        bus.subscribe(Counted.class, event -> {
            throw new NoClassDefFoundError("broken " + event.number());
        });
        bus.emit(new Counted(1));
        bus.emit(new Counted(2));
        bus.drain();

        assertThat(seen).containsExactly("broken 1", "broken 2");
    }

    @Test
    void aListenerMayEmitAnyNumberOfEvents() {
        bus.subscribe(Other.class, event -> IntStream.range(0, 3_000).forEach(i -> bus.emit(new Counted(i))));
        bus.subscribe(Counted.class, event -> seen.add(event.number()));
        bus.emit(new Other());
        bus.drain();

        assertThat(seen).hasSize(3_000);
    }

    @Test
    void emittingWaitsWhenAListenerIsSlowAndGoesOnWhenItIsNot() throws InterruptedException {
        CountDownLatch hold = new CountDownLatch(1);
        bus.subscribe(Counted.class, event -> await(hold));
        Thread emitter = new Thread(() -> IntStream.range(0, 2_000).forEach(i -> bus.emit(new Counted(i))));
        emitter.start();
        while (emitter.getState() != Thread.State.WAITING) {
            Thread.sleep(1);
        }
        hold.countDown();

        emitter.join(10_000);
        assertThat(emitter.isAlive()).isFalse();
    }

    @Test
    void afterClosingASubscriptionNothingArrives() {
        Subscription subscription = bus.subscribe(Counted.class, event -> seen.add(event.number()));
        bus.emit(new Counted(1));
        bus.drain();
        subscription.close();
        bus.emit(new Counted(2));
        bus.drain();

        assertThat(seen).containsExactly(1);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
