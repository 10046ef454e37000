package io.whittle.graph.resolve;

import io.whittle.graph.catalog.CatalogSource;
import io.whittle.graph.catalog.Notice;
import io.whittle.graph.catalog.Platform;
import io.whittle.graph.catalog.PlatformMention;

import java.util.ArrayList;
import java.util.List;

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
        List<String> lines = new ArrayList<>();
        lines.add(fault.feature() + " is not available on " + fault.platform() + ", but "
                + wants(fault.root(), fault.feature()) + ":");
        addChain(lines, fault.chain());
        String missing = fault.chain().isEmpty()
                ? fault.feature()
                : fault.chain().get(fault.chain().size() - 1).required();
        lines.add("  " + missing + " is available only where " + fault.missing().where() + " ("
                + source.at(fault.missing().place()) + ")");
        lines.add("ask for it only there: {feature: " + fault.feature() + ", when: "
                + fault.missing().where() + "}");
        return String.join("\n", lines);
    }

    private String excludedButNeeded(Fault.ExcludedButNeeded fault) {
        List<String> lines = new ArrayList<>();
        lines.add(fault.exclusion().profile() + " excludes " + fault.feature() + ", but "
                + Words.list(List.copyOf(fault.neededBy()), "and") + " need it:");
        lines.add("  " + wants(fault.root(), fault.from()) + " ("
                + source.at(fault.root().places().get(0)) + ")");
        addChain(lines, fault.chain());
        lines.add("take " + fault.feature() + " out of 'exclude'");
        return String.join("\n", lines);
    }

    private void addChain(List<String> lines, List<Requirement> chain) {
        for (Requirement edge : chain) {
            lines.add("  " + edge.feature() + " requires " + edge.required() + " (" + source.at(edge.place()) + ")");
        }
    }

    private static String wants(Reason.Root root, String feature) {
        if (root instanceof Reason.AskedFor asked) {
            return asked.profile() + " asks for " + feature;
        }
        return "base requires " + feature;
    }

    private static Platform withoutVariant(Platform platform) {
        return new Platform(platform.os(), platform.arch(), java.util.Optional.empty(), platform.libc());
    }
}
