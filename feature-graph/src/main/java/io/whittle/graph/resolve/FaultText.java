package io.whittle.graph.resolve;

import io.whittle.graph.catalog.CatalogSource;
import io.whittle.graph.catalog.Notice;
import io.whittle.graph.catalog.Platform;
import io.whittle.graph.catalog.PlatformMention;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Faults in words: what is wrong, how it follows, with its places, and what mends it. */
public final class FaultText {
    private FaultText() {}

    /** The text of a fault, at its place; {@link Fault.Clash} with its proof. */
    public static Notice of(Fault fault, CatalogSource source) {
        // Java 17 has no patterns in switch yet.
        if (fault instanceof Fault.NotMadeFor notMadeFor) {
            return new Notice(fault.place(), notMadeFor(notMadeFor));
        }
        return new Notice(fault.place(), clash((Fault.Clash) fault, source));
    }

    private static String clash(Fault.Clash clash, CatalogSource source) {
        List<String> lines = new ArrayList<>();
        lines.add(ClashHeadline.of(clash));
        PremiseText premises = new PremiseText(source);
        // Two are told by the headline, and with their places by the proof.
        if (clash.statements().size() > 2 || clash.proof().isEmpty()) {
            clash.statements().forEach(statement -> lines.add("  " + premises.statement(statement)));
        }
        clash.proof()
                .ifPresentOrElse(
                        proof -> lines.addAll(new ProofText(premises, clash).lines(proof)),
                        () -> lines.add("  every way to provide what these need was tried, and each clashes"));
        lines.addAll(MendText.lines(clash.mends()));
        return String.join("\n", lines);
    }

    private static String notMadeFor(Fault.NotMadeFor fault) {
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

    private static Platform withoutVariant(Platform platform) {
        return new Platform(platform.os(), platform.arch(), Optional.empty(), platform.libc());
    }
}
