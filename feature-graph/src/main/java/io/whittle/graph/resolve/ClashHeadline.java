package io.whittle.graph.resolve;

import java.util.List;

/** The first line of a clash: what cannot be, in the fewest words. */
final class ClashHeadline {
    private ClashHeadline() {}

    static String of(Fault.Clash clash) {
        ClashParts parts = ClashParts.of(clash);
        if (parts.chooses().isEmpty() && parts.asks().size() <= 1) {
            if (parts.excludes().size() == 1 && parts.unavailable().isEmpty()) {
                return excluded(clash, parts);
            }
            if (parts.excludes().isEmpty() && parts.unavailable().size() == 1 && byRequirementsAlone(clash)) {
                return unavailable(clash, parts);
            }
        }
        if (parts.unavailable().size() == clash.statements().size()) {
            return "the catalogue clashes with itself: what base needs cannot be in on " + clash.platform()
                    + ", so no profile can be had there:";
        }
        if (parts.asks().size() == clash.statements().size()) {
            return asks(clash, parts);
        }
        return clash.profile() + " cannot be had on " + clash.platform() + ": these "
                + clash.statements().size() + " statements clash:";
    }

    private static String excluded(Fault.Clash clash, ClashParts parts) {
        ProfileWord word = parts.excludes().get(0).word();
        List<String> asking = ClashParts.asking(clash);
        return word.profile() + " excludes " + word.feature() + ", but "
                + (asking.isEmpty()
                        ? "base needs it:"
                        : Words.list(asking, "and") + (asking.size() == 1 ? " needs it:" : " need it:"));
    }

    private static String unavailable(Fault.Clash clash, ClashParts parts) {
        if (parts.asks().isEmpty()) {
            return parts.unavailable().get(0).feature() + " is not available on " + clash.platform()
                    + ", but base needs it:";
        }
        Statement asking = parts.asks().get(0);
        List<String> features = ClashParts.asking(clash);
        return Words.list(features, "and") + (features.size() == 1 ? " is" : " are") + " not available on "
                + clash.platform() + ", but " + ClashParts.profile(asking) + " asks for "
                + (features.size() == 1 ? features.get(0) : "them") + ":";
    }

    private static String asks(Fault.Clash clash, ClashParts parts) {
        List<String> features = ClashParts.asking(clash);
        if (features.size() == 1) {
            return features.get(0) + " can never be in on " + clash.platform() + ", but "
                    + ClashParts.profile(parts.asks().get(0)) + " asks for it:";
        }
        return Words.list(features, "and") + " cannot be in together on " + clash.platform() + ", but "
                + clash.profile() + " asks for " + (features.size() == 2 ? "both:" : "all of them:");
    }

    private static boolean byRequirementsAlone(Fault.Clash clash) {
        return clash.proof().stream()
                .flatMap(proof -> proof.sentences().stream())
                .flatMap(sentence -> sentence.because().stream())
                .noneMatch(
                        premise -> premise instanceof Proof.Premise.Cannot || premise instanceof Proof.Premise.Needs);
    }
}
