package outpost.metrics;

import outpost.metrics.MetricFamily.Sample;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes metrics in the Prometheus text exposition format, version 0.0.4. */
final class TextFormat {
    static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private TextFormat() {}

    static String write(List<MetricFamily> families) {
        var text = new StringBuilder();
        for (MetricFamily family : families) {
            text.append("# HELP ").append(family.name()).append(' ');
            text.append(escapeHelp(family.help())).append('\n');
            text.append("# TYPE ").append(family.name()).append(' ');
            text.append(family.type().name().toLowerCase(Locale.ROOT)).append('\n');
            for (Sample sample : family.samples()) {
                text.append(family.name()).append(labels(sample)).append(' ');
                text.append(number(sample.value())).append('\n');
            }
        }
        return text.toString();
    }

    private static String labels(Sample sample) {
        if (sample.labels().isEmpty()) {
            return "";
        }
        return sample.labels().entrySet().stream()
                .map(label -> label.getKey() + "=\"" + escapeLabel(label.getValue()) + "\"")
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String escapeHelp(String text) {
        return text.replace("\\", "\\\\").replace("\n", "\\n");
    }

    private static String escapeLabel(String text) {
        return escapeHelp(text).replace("\"", "\\\"");
    }

    private static String number(double value) {
        if (Double.isNaN(value)) {
            return "NaN";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "+Inf" : "-Inf";
        }
        boolean whole = value == Math.rint(value) && Math.abs(value) < 1L << 53;
        return whole ? Long.toString((long) value) : Double.toString(value);
    }
}
