package outpost.core;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What features have offered, by type. */
final class Published {
    private final Map<Class<?>, Object> services = new ConcurrentHashMap<>();

    <T> void publish(Class<T> type, T service) {
        Object other = services.putIfAbsent(type, service);
        if (other != null) {
            throw new IllegalStateException(type.getSimpleName() + " is offered by "
                    + other.getClass().getName() + " and by "
                    + service.getClass().getName()
                    + "; an image takes one of them");
        }
    }

    <T> Optional<T> find(Class<T> type) {
        return Optional.ofNullable(type.cast(services.get(type)));
    }
}
