package io.whittle.graph.interchange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A catalogue in the making: what is to be written, each entry with a word on where it comes from. */
final class Draft {
    final Entry base = new Entry("", "", false, "");
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final List<Wanted> capabilities = new ArrayList<>();

    /**
     * A capability.
     *
     * @param origin where it comes from, in a comment
     */
    record Wanted(String name, List<String> providers, boolean exclusive, String origin) {
        Wanted {
            providers = List.copyOf(providers);
        }
    }

    /** Base, or a feature. Each list is of names, with a comment for each; a name stands once, with its first comment. */
    static final class Entry {
        final String name;
        final String summary;
        final boolean internal;
        final String origin;
        final Map<String, String> requires = new LinkedHashMap<>();
        final Map<String, String> needs = new LinkedHashMap<>();
        final Map<String, String> conflicts = new LinkedHashMap<>();

        private Entry(String name, String summary, boolean internal, String origin) {
            this.name = name;
            this.summary = summary;
            this.internal = internal;
            this.origin = origin;
        }
    }

    Entry feature(String name, String summary, boolean internal, String origin) {
        Entry entry = new Entry(name, summary, internal, origin);
        entries.put(name, entry);
        return entry;
    }

    Entry entry(String name) {
        return entries.get(name);
    }

    void capability(Wanted capability) {
        capabilities.add(capability);
    }

    /** Says once that the two are never in together. */
    void conflict(String one, String other, String origin) {
        if (!entry(other).conflicts.containsKey(one)) {
            entry(one).conflicts.putIfAbsent(other, origin);
        }
    }

    List<Entry> features() {
        return List.copyOf(entries.values());
    }

    List<Wanted> capabilities() {
        return List.copyOf(capabilities);
    }
}
