package outpost.metrics;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One metric with its samples.
 *
 * @param name as Prometheus allows it; counters end with {@code _total}
 * @param help one sentence for people
 */
record MetricFamily(String name, String help, Type type, List<Sample> samples) {
    enum Type {
        COUNTER,
        GAUGE
    }

    /** @param labels by name; kept sorted, so that the same figures give the same bytes */
    record Sample(SortedMap<String, String> labels, double value) {
        Sample {
            labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
            for (String label : labels.keySet()) {
                requireName(label, "[a-zA-Z_][a-zA-Z0-9_]*");
            }
        }
    }

    MetricFamily {
        requireName(name, "[a-zA-Z_:][a-zA-Z0-9_:]*");
        samples = List.copyOf(samples);
    }

    static MetricFamily gauge(String name, String help, double value) {
        return new MetricFamily(name, help, Type.GAUGE, List.of(new Sample(new TreeMap<>(), value)));
    }

    static MetricFamily counter(String name, String help, double value) {
        return new MetricFamily(name, help, Type.COUNTER, List.of(new Sample(new TreeMap<>(), value)));
    }

    static Sample sample(Map<String, String> labels, double value) {
        return new Sample(new TreeMap<>(labels), value);
    }

    private static void requireName(String name, String form) {
        if (!name.matches(form)) {
            throw new IllegalArgumentException("\"" + name + "\" is no name Prometheus allows");
        }
    }
}
