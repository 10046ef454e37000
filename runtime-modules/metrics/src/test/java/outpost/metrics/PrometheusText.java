package outpost.metrics;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A strict reader of the text format 0.0.4, written from its description and independent of the writer: every byte has to be
 * accounted for, samples stand right below their HELP and TYPE, and no sample comes twice.
 */
final class PrometheusText {
    record Sample(String name, String type, String help, Map<String, String> labels, double value) {}

    private final String text;
    private int at;
    private final List<Sample> samples = new ArrayList<>();
    private final List<String> seen = new ArrayList<>();

    private PrometheusText(String text) {
        this.text = text;
    }

    static List<Sample> parse(String text) {
        var reader = new PrometheusText(text);
        while (reader.at < text.length()) {
            reader.family();
        }
        return List.copyOf(reader.samples);
    }

    private void family() {
        expect("# HELP ");
        String name = name(":");
        expect(" ");
        String help = escaped('\n', false);
        expect("\n# TYPE " + name + " ");
        String type = word();
        require(type.equals("counter") || type.equals("gauge"), "type " + type);
        require(type.equals("counter") == name.endsWith("_total"), "name " + name + " of a " + type);
        expect("\n");
        require(!seen.contains(name), "family " + name + " twice");
        seen.add(name);
        int before = samples.size();
        while (at < text.length() && text.charAt(at) != '#') {
            sample(name, type, help);
        }
        require(samples.size() > before, "family " + name + " without a sample");
    }

    private void sample(String family, String type, String help) {
        require(name(":").equals(family), "sample outside its family");
        Map<String, String> labels = new TreeMap<>();
        if (peek() == '{') {
            do {
                at++;
                String label = name("");
                expect("=\"");
                require(labels.put(label, escaped('"', true)) == null, "label " + label + " twice");
                expect("\"");
            } while (peek() == ',');
            expect("}");
        }
        expect(" ");
        double value = number(word());
        expect("\n");
        String key = family + labels;
        require(!seen.contains(key), "sample " + key + " twice");
        seen.add(key);
        samples.add(new Sample(family, type, help, Map.copyOf(labels), value));
    }

    private String escaped(char end, boolean quoteMayBeEscaped) {
        var value = new StringBuilder();
        while (peek() != end) {
            char next = text.charAt(at++);
            require(next != '\n', "line break in a value");
            if (next != '\\') {
                value.append(next);
                continue;
            }
            char escape = text.charAt(at++);
            require(escape == '\\' || escape == 'n' || quoteMayBeEscaped && escape == '"', "escape \\" + escape);
            value.append(escape == 'n' ? '\n' : escape);
        }
        return value.toString();
    }

    private String name(String more) {
        int from = at;
        while ("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_0123456789".indexOf(peek()) >= 0
                || more.indexOf(peek()) >= 0) {
            at++;
        }
        String name = text.substring(from, at);
        require(!name.isEmpty() && !Character.isDigit(name.charAt(0)), "name \"" + name + "\"");
        return name;
    }

    private String word() {
        int from = at;
        while (peek() > ' ') {
            at++;
        }
        return text.substring(from, at);
    }

    private double number(String word) {
        return switch (word) {
            case "+Inf" -> Double.POSITIVE_INFINITY;
            case "-Inf" -> Double.NEGATIVE_INFINITY;
            case "NaN" -> Double.NaN;
            default -> {
                require(word.matches("-?[0-9]+(\\.[0-9]+)?(E-?[0-9]+)?"), "number \"" + word + "\"");
                yield Double.parseDouble(word);
            }
        };
    }

    private void expect(String words) {
        require(text.startsWith(words, at), "no \"" + words + "\"");
        at += words.length();
    }

    private char peek() {
        require(at < text.length(), "text ends too early");
        return text.charAt(at);
    }

    private void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new AssertionError("at character " + at + ": " + otherwise + " in\n" + text);
        }
    }
}
