package io.whittle.graph.resolve;

import io.whittle.graph.catalog.CatalogSource;
import io.whittle.graph.catalog.Notice;
import io.whittle.graph.catalog.Platform;
import io.whittle.graph.catalog.PlatformMention;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Faults in words: what is wrong, the chain with its places, and what mends it. */
final class FaultText {
    private final CatalogSource source;

    private FaultText(CatalogSource source) {
        this.source = source;
    }

    static Notice of(Fault fault, CatalogSource source) {
        FaultText text = new FaultText(source);
        // Java 17 has no patterns in switch yet.
        if (fault instanceof Fault.NotMadeFor notMadeFor) {
            return new Notice(fault.place(), text.notMadeFor(notMadeFor));
        }
        if (fault instanceof Fault.NotAvailable notAvailable) {
            return new Notice(fault.place(), text.notAvailable(notAvailable));
        }
        return new Notice(fault.place(), text.excludedButNeeded((Fault.ExcludedButNeeded) fault));
    }

    private String notMadeFor(Fault.NotMadeFor fault) {
        String profile = fault.madeFor().profile();
        List<Platform> platforms =
                fault.madeFor().value().stream().map(PlatformMention::platform).toList();
        if (platforms.isEmpty()) {
            return profile + " is made for no platform at all: its 'platforms' is empty\nname " + fault.platform()
                    + " there, or drop the key to allow every platform";
        }
        String wrong = profile + " is made for "
                + Words.list(platforms.stream().map(Platform::toString).toList(), "and") + ", not for "
                + fault.platform();
        List<String> variants = platforms.stream()
                .filter(platform -> platform.variant().isPresent()
                        && withoutVariant(platform).equals(fault.platform()))
                .map(Platform::toString)
                .toList();
        return variants.isEmpty()
                ? wrong + "\nask for one of these, or add " + fault.platform() + " to 'platforms' of " + profile
                : wrong + "\nname the variant: ask for " + Words.list(variants, "or");
    }

    private String notAvailable(Fault.NotAvailable fault) {
        String where = fault.missing().where().toString();
        String missing = fault.missingFeature();
        List<String> lines = new ArrayList<>();
        lines.add(fault.feature() + " is not available on " + fault.platform() + ", but "
                + wants(fault.root(), fault.feature()) + ":");
        addChain(lines, fault.chain());
        lines.add("  " + missing + " exists only where " + where + " ("
                + source.at(fault.missing().place()) + ")");
        lines.add((fault.root() instanceof Reason.RequiredByBase ? "let base require " : "ask for ") + fault.feature()
                + " only there: " + entry(fault.feature(), where));
        if (!fault.chain().isEmpty()) {
            String owner = fault.chain().get(fault.chain().size() - 1).feature();
            lines.add("or, if " + owner + " works without " + missing + " elsewhere, let it require " + missing
                    + " only there: " + entry(missing, where));
        }
        return String.join("\n", lines);
    }

    private String excludedButNeeded(Fault.ExcludedButNeeded fault) {
        boolean byBase = fault.chain().isEmpty();
        List<String> lines = new ArrayList<>();
        lines.add(fault.exclusion().profile() + " excludes " + fault.feature() + ", but "
                + (byBase
                        ? "base requires it:"
                        : Words.list(List.copyOf(fault.neededBy().keySet()), "and")
                                + (fault.neededBy().size() == 1 ? " needs it:" : " need it:")));
        Reason.Root root = fault.neededBy().get(fault.from());
        lines.add("  " + wants(root, fault.from()) + " (" + source.at(root.place()) + ")");
        addChain(lines, fault.chain());
        lines.add("take " + fault.feature() + " out of 'exclude' of "
                + fault.exclusion().profile() + ", or " + Words.list(wanted(fault.neededBy()), "and"));
        return String.join("\n", lines);
    }

    /** What to take out where, grouped by the list in which it stands. */
    private static List<String> wanted(SortedMap<String, Reason.Root> neededBy) {
        SortedMap<String, List<String>> byList = new TreeMap<>();
        neededBy.forEach((feature, root) -> byList.computeIfAbsent(
                        root instanceof Reason.AskedFor asked
                                ? "'include' of " + asked.profile()
                                : "'requires' of base",
                        list -> new ArrayList<>())
                .add(feature));
        return byList.entrySet().stream()
                .map(list -> Words.list(list.getValue(), "and") + " out of " + list.getKey())
                .toList();
    }

    private void addChain(List<String> lines, List<Requirement> chain) {
        for (Requirement edge : chain) {
            lines.add("  " + edge.feature() + " requires " + edge.required() + " (" + source.at(edge.place()) + ")");
        }
    }

    private static String wants(Reason.Root root, String feature) {
        return root instanceof Reason.AskedFor asked
                ? asked.profile() + " asks for " + feature
                : "base requires " + feature;
    }

    private static String entry(String feature, String where) {
        return "{feature: " + feature + ", when: " + where + "}";
    }

    private static Platform withoutVariant(Platform platform) {
        return new Platform(platform.os(), platform.arch(), Optional.empty(), platform.libc());
    }
}
