package io.whittle.graph.interchange;

import io.whittle.graph.interchange.Draft.Entry;
import io.whittle.graph.interchange.Draft.Wanted;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Writes a draft as a feature-tags.yaml for people: one entry a line, each with a comment on where it comes from. */
final class CatalogYaml {
    // What other readers of YAML take for something else than text.
    private static final Set<String> WORDS_OF_YAML =
            Set.of("null", "true", "false", "yes", "no", "on", "off", "y", "n");
    private static final int LONGEST_SUMMARY = 1_000;

    private final UvlModel model;
    private final Draft draft;
    private final StringBuilder out = new StringBuilder();

    CatalogYaml(UvlModel model, Draft draft) {
        this.model = model;
        this.draft = draft;
    }

    /** The whole text, in lines that end with {@code \n}. */
    String text(String file) {
        heading(file);
        line("base:");
        lists("  ", draft.base);
        out.append('\n');
        line("features:");
        draft.features().stream().filter(entry -> !entry.internal).forEach(this::feature);
        helpers();
        if (!draft.capabilities().isEmpty()) {
            out.append('\n');
            line("capabilities:");
            draft.capabilities().forEach(this::capability);
        }
        out.append('\n');
        line("profiles:");
        line("  smallest: {}  # what every configuration has, and of each choice the first that fits");
        return out.toString();
    }

    private void heading(String file) {
        line("# Made of " + comment(file) + ", a model in UVL, by whittle:import: "
                + count(model.features().size(), "feature") + ", "
                + count(model.constraints().size(), "constraint") + ".");
        line("# Names are respelled; summaries have those of the model. Lines are lines of the model.");
        line("schema: 1");
        String called = model.namespace().isEmpty() ? file.replaceFirst("\\.uvl$", "") : model.namespace();
        line("name: " + key(CatalogNames.spelled(called)));
        out.append('\n');
    }

    private void helpers() {
        List<Entry> helpers =
                draft.features().stream().filter(entry -> entry.internal).toList();
        if (!helpers.isEmpty()) {
            out.append('\n');
            line(
                    "  # Not of the model: these stand for parts of constraints. Such a part holds where its feature is in.");
            helpers.forEach(this::feature);
        }
    }

    private void feature(Entry entry) {
        line("  " + key(entry.name) + ":" + behind(entry.origin));
        line("    summary: " + quoted(entry.summary));
        if (entry.internal) {
            line("    internal: true");
        }
        lists("    ", entry);
    }

    private void lists(String indent, Entry entry) {
        list(indent, "requires", entry.requires, entry.internal);
        list(indent, "needs", entry.needs, entry.internal);
        list(indent, "conflicts", entry.conflicts, entry.internal);
    }

    // All that a helper says comes from where the helper comes from.
    private void list(String indent, String key, Map<String, String> names, boolean bare) {
        if (!names.isEmpty()) {
            line(indent + key + ":");
            names.forEach((name, origin) -> line(indent + "  - " + key(name) + (bare ? "" : behind(origin))));
        }
    }

    private void capability(Wanted capability) {
        line("  " + key(capability.name()) + ":" + behind(capability.origin()));
        if (capability.exclusive()) {
            line("    exclusive: true");
        }
        line("    providers:");
        capability.providers().forEach(provider -> line("      - " + key(provider)));
    }

    private void line(String text) {
        out.append(text).append('\n');
    }

    private static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    private static String behind(String comment) {
        return comment.isEmpty() ? "" : "  # " + comment(comment);
    }

    /** Without characters that end a comment, or that no YAML holds. */
    private static String comment(String text) {
        return text.replaceAll("[\\p{Cntrl}\\p{Cs}\\u2028\\u2029\\uFEFF\\uFFFE\\uFFFF]", "?");
    }

    private static String key(String name) {
        return WORDS_OF_YAML.contains(name) ? '"' + name + '"' : name;
    }

    private static String quoted(String text) {
        String shown = text.codePointCount(0, text.length()) <= LONGEST_SUMMARY
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST_SUMMARY)) + " ...";
        if (shown.matches("[A-Za-z][A-Za-z0-9_. -]*[A-Za-z0-9]")
                && !WORDS_OF_YAML.contains(shown.toLowerCase(Locale.ROOT))) {
            return shown;
        }
        return '"' + comment(shown).replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
