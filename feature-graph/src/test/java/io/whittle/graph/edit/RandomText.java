package io.whittle.graph.edit;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Writes trees of maps, lists and texts as YAML, in any of the ways in which people do. */
final class RandomText {
    private final Random random;
    private final StringBuilder out = new StringBuilder();
    private int comments;
    // A comment that is indented deeper than the key would be text of it.
    private boolean afterBlockScalar;

    private RandomText(Random random) {
        this.random = random;
    }

    /** A text that says what this tree does. */
    static String of(Map<String, Object> root, Random random) {
        RandomText text = new RandomText(random);
        text.document(root);
        String written = text.out.toString();
        if (random.nextInt(4) == 0) {
            written = written.stripTrailing();
        }
        return written.replace("\n", List.of("\n", "\n", "\r\n", "\r").get(random.nextInt(4)));
    }

    private void document(Map<String, Object> root) {
        if (random.nextInt(4) == 0) {
            out.append("# \uD83D\uDD0C\uD83D\uDD0C c").append(comments++).append('\n');
        }
        if (random.nextInt(8) == 0) {
            out.append("---\n");
        }
        if (random.nextInt(6) == 0) {
            flow(root, 0);
            endOfLine();
        } else {
            block(root, random.nextInt(10) == 0 ? 2 : 0);
        }
    }

    private void block(Map<String, Object> map, int indent) {
        int step = 1 + random.nextInt(4);
        for (Map.Entry<String, Object> entry : map.entrySet()) {
            between(indent);
            boolean marked = random.nextInt(30) == 0;
            spaces(indent).append(marked ? "? " : "");
            key(entry.getKey());
            if (marked) {
                if (entry.getValue() instanceof Map<?, ?> none && none.isEmpty() && random.nextBoolean()) {
                    endOfLine();
                    continue;
                }
                endOfLine();
                spaces(indent);
            }
            out.append(':');
            value(entry.getValue(), indent, step);
        }
    }

    private void value(Object value, int indent, int step) {
        if (value instanceof String text) {
            out.append(' ');
            text(text, indent);
        } else if (value instanceof Map<?, ?> map) {
            if (map.isEmpty()) {
                nothing(indent + step);
            } else if (random.nextInt(3) > 0) {
                endOfLine();
                block(cast(map), indent + step);
            } else {
                beforeFlow(indent + step);
                flow(map, indent + step);
                endOfLine();
            }
        } else if (value instanceof List<?> list) {
            if (!list.isEmpty() && random.nextBoolean()) {
                endOfLine();
                block(list, indent + random.nextInt(4));
            } else {
                beforeFlow(indent + step);
                flow(list, indent + step);
                endOfLine();
            }
        }
    }

    private void nothing(int indent) {
        switch (random.nextInt(5)) {
            case 0 -> out.append(" {}");
            case 1 -> out.append(" null");
            case 2 -> spaces(indent, "\n").append('~');
            case 3 -> out.append(" {").append(gap(indent)).append('}');
            default -> {}
        }
        endOfLine();
    }

    private void beforeFlow(int indent) {
        if (random.nextInt(6) == 0) {
            endOfLine();
            spaces(indent);
        } else {
            out.append(' ');
        }
    }

    private void block(List<?> list, int indent) {
        for (Object item : list) {
            between(indent);
            int gap = 1 + random.nextInt(3);
            spaces(indent).append('-').append(" ".repeat(gap));
            if (item instanceof Map<?, ?> map && random.nextBoolean()) {
                Iterator<? extends Map.Entry<?, ?>> entries = map.entrySet().iterator();
                while (entries.hasNext()) {
                    Map.Entry<?, ?> entry = entries.next();
                    key((String) entry.getKey());
                    out.append(": ").append(quoted((String) entry.getValue()));
                    endOfLine();
                    if (entries.hasNext()) {
                        spaces(indent + 1 + gap);
                    }
                }
            } else {
                flow(item, indent + 1);
                endOfLine();
            }
        }
        if (random.nextInt(5) == 0) {
            spaces(indent).append("# - c").append(comments++).append('\n');
        }
    }

    private void flow(Object value, int indent) {
        if (value instanceof String text) {
            out.append(quoted(text));
            return;
        }
        boolean map = value instanceof Map<?, ?>;
        List<Object> elements =
                map ? new ArrayList<>(((Map<?, ?>) value).entrySet()) : new ArrayList<>((List<?>) value);
        // In one collection the elements are laid out alike, or as it comes.
        int layout = random.nextInt(4);
        out.append(map ? '{' : '[').append(gap(layout, indent));
        for (int i = 0; i < elements.size(); i++) {
            if (elements.get(i) instanceof Map.Entry<?, ?> entry) {
                member(entry, indent);
            } else {
                flow(elements.get(i), indent + 1);
            }
            boolean last = i == elements.size() - 1;
            if (!last || random.nextInt(5) == 0) {
                out.append(random.nextInt(10) == 0 ? gap(indent) : "").append(',');
            }
            out.append(gap(layout, indent));
        }
        out.append(map ? '}' : ']');
    }

    private void member(Map.Entry<?, ?> entry, int indent) {
        boolean quotes = random.nextInt(4) == 0;
        out.append(quotes ? "\"" + entry.getKey() + "\"" : entry.getKey());
        if (entry.getValue() instanceof Map<?, ?> none && none.isEmpty()) {
            out.append(List.of("", ":", ": ", ": null", ": {}", ":\n" + " ".repeat(indent + 1) + "~")
                    .get(random.nextInt(6)));
            return;
        }
        out.append(quotes && random.nextBoolean() ? ":" : ": ");
        flow(entry.getValue(), indent + 1);
    }

    private String gap(int layout, int indent) {
        return switch (layout) {
            case 0 -> "";
            case 1 -> " ";
            case 2 -> (random.nextInt(3) == 0 ? " # c" + comments++ : "") + "\n" + " ".repeat(indent + 2);
            default -> gap(indent);
        };
    }

    private String gap(int indent) {
        return switch (random.nextInt(5)) {
            case 0 -> "\n" + " ".repeat(indent + 1 + random.nextInt(4));
            case 1 -> " # c" + comments++ + ", [}\n" + " ".repeat(indent + 1);
            case 2 -> "";
            default -> " ";
        };
    }

    private void key(String key) {
        out.append(quoted(key));
    }

    private String quoted(String text) {
        return switch (random.nextInt(6)) {
            case 0 -> "\"" + text + "\"";
            case 1 -> "'" + text + "'";
            default -> text;
        };
    }

    /** A text of words. */
    private void text(String text, int indent) {
        int way = text.contains(" ") ? random.nextInt(7) : 0;
        switch (way) {
            case 1, 2, 3 -> {
                out.append(List.of("|", ">-", "|+").get(way - 1)).append('\n');
                for (String word : text.split(" ")) {
                    spaces(indent + 2).append(word).append('\n');
                }
                out.append("\n".repeat(random.nextInt(3)));
                afterBlockScalar = true;
                return;
            }
            case 4 -> out.append(text.replace(" ", "\n" + " ".repeat(indent + 1)));
            case 5 ->
                out.append('"')
                        .append(text.replace(" ", "\n" + " ".repeat(indent + 1)))
                        .append('"');
            default -> out.append(quoted(text));
        }
        endOfLine();
    }

    private void between(int indent) {
        switch (random.nextInt(8)) {
            case 0 -> out.append('\n');
            case 1 ->
                spaces(!afterBlockScalar && random.nextInt(3) == 0 ? random.nextInt(8) : indent)
                        .append("# c")
                        .append(comments++)
                        .append(": \"[{\n");
            default -> {}
        }
        afterBlockScalar = false;
    }

    private void endOfLine() {
        switch (random.nextInt(8)) {
            case 0 -> out.append("  # c").append(comments++).append(" \uD83D\uDD0C");
            case 1 -> out.append(' ');
            default -> {}
        }
        out.append('\n');
    }

    private StringBuilder spaces(int count) {
        return spaces(count, "");
    }

    private StringBuilder spaces(int count, String before) {
        return out.append(before).append(" ".repeat(count));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> cast(Map<?, ?> map) {
        return (Map<String, Object>) map;
    }
}
