package io.whittle.assembler.heal;

import io.whittle.assembler.bisect.Alternative;
import io.whittle.assembler.bisect.BisectionResult;
import io.whittle.assembler.bisect.BisectionResult.Healed;
import io.whittle.assembler.bisect.BisectionResult.ImagePasses;
import io.whittle.assembler.bisect.BisectionResult.NotRun;
import io.whittle.assembler.bisect.BisectionResult.OptionsSuspected;
import io.whittle.assembler.bisect.BisectionResult.SupersetFails;
import io.whittle.assembler.bisect.Conflict;
import io.whittle.assembler.bisect.Runs;
import io.whittle.assembler.bisect.Verdict;
import io.whittle.graph.edit.Addition;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a diagnosis says, in sentences for people. */
final class DiagnosisWords {
    private DiagnosisWords() {}

    /** One word for documents. */
    static String word(BisectionResult<ImagePart> result) {
        if (result instanceof Healed) {
            return "healed";
        }
        if (result instanceof ImagePasses) {
            return "image-passes";
        }
        if (result instanceof SupersetFails) {
            return "superset-fails";
        }
        return result instanceof OptionsSuspected ? "options" : "not-run";
    }

    /** One word for documents. */
    static String word(Verdict verdict) {
        return switch (verdict) {
            case PASS -> "passed";
            case FAIL -> "failed";
            case UNRESOLVED -> "not-run";
        };
    }

    /** {@code minimal for linux/amd64}. */
    static String image(Diagnosis diagnosis) {
        return diagnosis.profile() + " for " + diagnosis.platform();
    }

    static String headline(Diagnosis diagnosis) {
        String check = "check " + diagnosis.check();
        BisectionResult<ImagePart> result = diagnosis.result();
        if (result instanceof Healed<ImagePart> healed) {
            return check + " fails in " + image(diagnosis) + " for want of "
                    + and(healed.answer().culprits());
        }
        if (result instanceof ImagePasses) {
            return check + " passes in " + image(diagnosis) + ": there is nothing to look for";
        }
        if (result instanceof SupersetFails) {
            return check + " fails in " + image(diagnosis)
                    + diagnosis
                            .superset()
                            .map(superset -> ", and with " + superset + " too: nothing that was tried is missing")
                            .orElse(", and there is nothing more to try");
        }
        if (result instanceof OptionsSuspected) {
            return check + " fails in " + image(diagnosis) + ", and passes on the very same modules: "
                    + (diagnosis.options().isEmpty()
                            ? "something the image is linked with is to blame"
                            : "to blame is what image says of " + String.join(", and of ", diagnosis.options()));
        }
        return check + " could not be run in "
                + (((NotRun<ImagePart>) result).image() ? image(diagnosis) : "an image with more in it");
    }

    /** What else there is to say, in the order of weight. */
    static List<String> sentences(Diagnosis diagnosis) {
        List<String> sentences = new ArrayList<>();
        if (diagnosis.result() instanceof Healed<ImagePart> healed) {
            add(sentences, healed);
        }
        diagnosis.excluded().forEach(word -> sentences.add(word + ": that word has to go, or its reason to hold"));
        if (!diagnosis.without().isEmpty()) {
            sentences.add("not tried, since no image of " + diagnosis.profile() + " can have it: "
                    + String.join(", ", diagnosis.without()));
        }
        if (diagnosis.runs().flaky()) {
            sentences.add("the check is flaky: on the same modules it failed and passed");
        }
        return sentences;
    }

    private static void add(List<String> sentences, Healed<ImagePart> healed) {
        boolean one = healed.answer().culprits().size() == 1;
        sentences.add("with " + (one ? "it" : "them") + " the check passes, without " + (one ? "it" : "any of them")
                + " it fails; " + confirmation(healed));
        for (Alternative<ImagePart> other : healed.alternatives()) {
            sentences.add("in place of " + and(other.insteadOf()) + ", " + and(other.ask()) + " does as well");
        }
        if (!healed.all()) {
            sentences.add("there may be more that does as well");
        }
        healed.conflict().ifPresent(conflict -> sentences.add(conflict(conflict)));
        if (healed.beyondSuspects()) {
            sentences.add("no class of it was seen to be loaded, so everything that is missing was searched");
        }
        if (!healed.unproven().isEmpty()) {
            sentences.add("perhaps not needed, since the check could not be run without it: " + and(healed.unproven()));
        }
    }

    private static String confirmation(Healed<ImagePart> healed) {
        return switch (healed.confirmation()) {
            case CONFIRMED -> "confirmed in an image that was linked of it";
            case SEARCHED_AGAIN -> "searched in linked images, since what shorter runs led to does not hold there";
            case NOT_RUN -> "an image of it could not be linked or asked, so this is not confirmed";
            case NOT_ASKED -> "each set was tried in an image that was linked of it";
        };
    }

    private static String conflict(Conflict<ImagePart> conflict) {
        return "a conflict nobody declared: " + (conflict.passing().isEmpty() ? "the image" : and(conflict.passing()))
                + " passes, and with " + and(conflict.added()) + " besides it fails"
                + (conflict.with().isEmpty() ? "" : ", which does not go with " + and(conflict.with()));
    }

    /** {@code feature a and JDK modules b, c}. */
    static String and(Collection<ImagePart> parts) {
        return Stream.of(ImagePart.Kind.values())
                .map(kind -> parts.stream()
                        .filter(part -> part.kind() == kind)
                        .sorted()
                        .toList())
                .filter(ofKind -> !ofKind.isEmpty())
                .map(DiagnosisWords::ofOneKind)
                .collect(Collectors.joining(" and "));
    }

    private static String ofOneKind(List<ImagePart> parts) {
        return parts.size() == 1
                ? parts.get(0).toString()
                : parts.get(0).kind().called() + "s "
                        + parts.stream().map(ImagePart::name).collect(Collectors.joining(", "));
    }

    /** The lines to write, one for each list: {@code requires: [netstack, dns]}. */
    static List<String> lines(List<Addition> edits) {
        return Stream.of(Addition.Key.values())
                .map(key -> edits.stream().filter(edit -> edit.list() == key).toList())
                .filter(ofKey -> !ofKey.isEmpty())
                .map(ofKey -> ofKey.get(0).list().word() + ": ["
                        + ofKey.stream().map(Addition::entry).sorted().collect(Collectors.joining(", ")) + "]")
                .toList();
    }

    /** {@code 13 runs in 8.2 s}. */
    static String effort(Runs<ImagePart> all) {
        int runs = all.attempts();
        return runs + (runs == 1 ? " run" : " runs") + " in "
                + String.format(Locale.ROOT, "%.1f s", all.time().toMillis() / 1e3);
    }

    /** Where what is missing is to be declared. */
    static String where(Diagnosis diagnosis) {
        return switch (diagnosis.askers().size()) {
            case 0 -> "base, or the feature that needs it";
            case 1 -> "feature " + diagnosis.askers().get(0);
            default -> "whichever of these needs it: " + String.join(", ", diagnosis.askers());
        };
    }
}
