package prog.guava;

import com.google.common.collect.ImmutableSortedMap;
import com.google.common.eventbus.EventBus;
import com.google.common.eventbus.Subscribe;
import com.google.common.reflect.ClassPath;

/** Subscribers are found by reflection. */
public final class Main {
    private Main() {}

    @Subscribe
    public void take(String event) {
        System.out.println("guava says " + event);
    }

    public static void main(String[] args) throws Exception {
        EventBus bus = new EventBus();
        bus.register(new Main());
        bus.post(ImmutableSortedMap.of("b", 2, "a", 1).toString());
        ClassPath.from(Main.class.getClassLoader());
    }
}
