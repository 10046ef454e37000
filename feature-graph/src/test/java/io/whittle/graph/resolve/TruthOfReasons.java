package io.whittle.graph.resolve;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Holds each reason of an answer against what the model says, edge by edge, and each chain against what it has to begin with. */
final class TruthOfReasons {
    private final NaiveResolver naive;
    private final Sentences sentences;
    private final Resolution resolution;
    private final int in;

    TruthOfReasons(NaiveResolver naive, Resolution resolution) {
        this.naive = naive;
        this.sentences = naive.sentences();
        this.resolution = resolution;
        this.in = sentences.mask(resolution.in());
    }

    /** What is not true of the answer; nothing when all of it is. */
    List<String> lies() {
        List<String> lies = new ArrayList<>();
        resolution.features().values().forEach(decision -> {
            boolean isTrue = decision.isIn() ? tellsWhyIn(decision) : tellsWhyOut(decision);
            note(lies, isTrue, "is not so: ", decision);
        });
        note(lies, provisionsAreWhole(), "provisions: ", resolution.provisions());
        resolution.choices().values().forEach(choice -> note(lies, isTrue(choice), "choice: ", choice));
        return lies;
    }

    private static void note(List<String> lies, boolean isTrue, String lie, Object about) {
        if (!isTrue) {
            lies.add(lie + about);
        }
    }

    private boolean tellsWhyIn(Decision decision) {
        int feature = sentences.bit(decision.feature());
        Reason reason = decision.reason();
        boolean isNamed = Sentences.holds(sentences.named, feature);
        boolean isOfBase = Sentences.holds(sentences.baseRequires, feature);
        boolean isOfAll = Sentences.holds(naive.wanted(), feature);
        if (reason instanceof Reason.AskedFor) {
            return isNamed;
        }
        if (reason instanceof Reason.RequiredByBase) {
            return isOfBase && !isNamed;
        }
        if (reason instanceof Reason.AskedForByAll) {
            return isOfAll && !isNamed && !isOfBase;
        }
        return !isNamed && !isOfBase && !isOfAll && isBrought(decision.feature(), reason) && isGrounded(decision);
    }

    private boolean isBrought(String feature, Reason reason) {
        if (reason instanceof Reason.RequiredBy required) {
            Requirement by = required.by();
            return by.required().equals(feature) && isIn(by.feature()) && isRequirement(by);
        }
        if (reason instanceof Reason.ProviderOf provider) {
            return provider.by().provider().equals(feature)
                    && isTrue(provider.by())
                    && isTrue(provider.chosen(), provider.by());
        }
        return isWish(feature, reason);
    }

    private boolean isWish(String feature, Reason reason) {
        if (reason instanceof Reason.RecommendedBy recommended) {
            int recommender = sentences.index(recommended.by().feature());
            return sentences.followsRecommendations()
                    && recommended.by().recommended().equals(feature)
                    && isIn(recommended.by().feature())
                    && sentences.recommended(recommender).contains(sentences.index(feature));
        }
        if (reason instanceof Reason.AutoSince auto) {
            int triggers = sentences.mask(auto.triggers());
            return triggers == sentences.triggers(sentences.index(feature)) && Sentences.holds(in, triggers);
        }
        return false;
    }

    /** Whether the steps lead back to something that needs no other, and never in a circle. */
    private boolean isGrounded(Decision decision) {
        Set<String> seen = new HashSet<>();
        Optional<String> at = Optional.of(decision.feature());
        while (at.isPresent() && seen.add(at.get())) {
            Reason reason = resolution.features().get(at.get()).reason();
            if (reason instanceof Reason.RequiredBy required) {
                at = Optional.of(required.by().feature());
            } else if (reason instanceof Reason.ProviderOf provider) {
                at = provider.by().need().feature();
            } else if (reason instanceof Reason.RecommendedBy recommended) {
                at = Optional.of(recommended.by().feature());
            } else {
                at = Optional.empty();
            }
        }
        return at.isEmpty() && isJoined(resolution.chain(decision.feature()), decision.feature());
    }

    private static boolean isJoined(List<Step> chain, String end) {
        Optional<String> at = chain.isEmpty() ? Optional.of(end) : chain.get(0).from();
        for (Step step : chain) {
            if (!step.from().equals(at)) {
                return false;
            }
            at = Optional.of(step.to());
        }
        return at.equals(Optional.of(end));
    }

    private boolean tellsWhyOut(Decision decision) {
        String name = decision.feature();
        int feature = sentences.bit(name);
        Reason reason = decision.reason();
        if (Sentences.holds(sentences.excluded, feature)) {
            return reason instanceof Reason.ExcludedBy;
        }
        if (Sentences.holds(naive.unavailable(), feature)) {
            return tellsWhyUnavailable(name, reason);
        }
        if (Sentences.holds(sentences.covered, feature)) {
            return tellsWhyLeftOut(name, reason);
        }
        if (isWished(name)) {
            return reason instanceof Reason.HeldOff held && tellsWhyHeldOff(name, held)
                    || tellsWhyLeftOut(name, reason);
        }
        return reason instanceof Reason.NotAskedFor || tellsWhyLeftOut(name, reason);
    }

    private boolean tellsWhyUnavailable(String name, Reason reason) {
        if (reason instanceof Reason.NotAvailable) {
            return Sentences.holds(sentences.absent, sentences.bit(name));
        }
        if (reason instanceof Reason.RequiresUnavailable unavailable) {
            return leads(unavailable.chain(), name, sentences.absent);
        }
        return reason instanceof Reason.NeedsNobody nobody
                && nobody.onPlatform()
                && tellsWhoIsMissing(name, nobody, naive.unavailable());
    }

    private boolean tellsWhyLeftOut(String name, Reason reason) {
        if (!sentences.asksForAll()) {
            return false;
        }
        if (reason instanceof Reason.RequiresExcluded excluded) {
            return leads(excluded.chain(), name, sentences.excluded);
        }
        if (reason instanceof Reason.LeftOutForAnother leftOut) {
            return isLeftOut(name, leftOut);
        }
        if (reason instanceof Reason.RequiresLeftOut requires) {
            String last = last(requires.chain());
            return leads(requires.chain(), name, sentences.bit(last)) && isLeftOut(last, requires.leftOut());
        }
        return reason instanceof Reason.NeedsNobody nobody
                && !nobody.onPlatform()
                && tellsWhoIsMissing(name, nobody, naive.fallen());
    }

    private boolean isLeftOut(String name, Reason.LeftOutForAnother leftOut) {
        return isIn(leftOut.kept()) && naive.leftOutFor(name).equals(List.of(leftOut.capability(), leftOut.kept()));
    }

    private boolean tellsWhoIsMissing(String name, Reason.NeedsNobody nobody, int fallen) {
        int capability = sentences.capabilities.indexOf(nobody.need().capability());
        String needer = nobody.chain().isEmpty() ? name : last(nobody.chain());
        boolean chosenHasFallen = naive.chosen(capability).isPresent()
                && Sentences.holds(fallen, 1 << naive.chosen(capability).getAsInt());
        return nobody.need().feature().equals(Optional.of(needer))
                && sentences.isNeed(nobody.need())
                && (nobody.chain().isEmpty() || leads(nobody.chain(), name, sentences.bit(needer)))
                && (chosenHasFallen || Sentences.holds(fallen, sentences.provided[capability]));
    }

    private boolean tellsWhyHeldOff(String name, Reason.HeldOff held) {
        return isWish(name, held.wish())
                && naive.isImpossibleBesideAll(name)
                && held.obstacle()
                        .map(obstacle ->
                                sentences.isObstacle(obstacle) && naive.isReached(name, sentences.ends(obstacle)))
                        .orElse(true);
    }

    /** Whether something that is in recommends the feature, or it has triggers and all of them are in. */
    private boolean isWished(String name) {
        int feature = sentences.index(name);
        boolean recommended = sentences.followsRecommendations()
                && Sentences.members(in)
                        .anyMatch(other -> sentences.recommended(other).contains(feature));
        int triggers = sentences.triggers(feature);
        return recommended || triggers != 0 && Sentences.holds(in, triggers);
    }

    private boolean leads(List<Requirement> chain, String from, int to) {
        String at = from;
        for (Requirement edge : chain) {
            if (!edge.feature().equals(at) || !isRequirement(edge)) {
                return false;
            }
            at = edge.required();
        }
        return !chain.isEmpty() && Sentences.holds(to, sentences.bit(at));
    }

    private boolean provisionsAreWhole() {
        for (String name : resolution.in()) {
            Set<List<String>> expected = new HashSet<>();
            Sentences.members(sentences.needs[sentences.index(name)]).forEach(capability -> {
                String needed = sentences.capabilities.get(capability);
                sentences.providerNames(needed).stream()
                        .filter(this::isIn)
                        .forEach(provider -> expected.add(List.of(name, needed, provider)));
            });
            List<List<String>> told = resolution.provisions().getOrDefault(name, List.of()).stream()
                    .map(provision -> List.of(
                            provision.need().feature().orElse("base"),
                            provision.need().capability(),
                            provision.provider()))
                    .toList();
            if (told.size() != expected.size() || !expected.containsAll(told)) {
                return false;
            }
        }
        return true;
    }

    private boolean isTrue(ProviderChoice choice) {
        int capability = sentences.capabilities.indexOf(choice.capability());
        List<String> providers = sentences.providerNames(choice.capability());
        List<String> before = providers.subList(0, providers.indexOf(choice.provider()));
        boolean isChosen = naive.chosen(capability).isPresent();
        boolean wouldDo = before.stream().anyMatch(other -> !Sentences.holds(naive.ruledOut(), sentences.bit(other)));
        boolean isPreference = choice.by() == ProviderChoice.By.PREFERENCE;
        return isIn(choice.provider())
                && Sentences.holds(sentences.needed(in), 1 << capability)
                && choice.passedOver().equals(before)
                && isChosen == (choice.by() == ProviderChoice.By.PROFILE)
                && (isChosen || wouldDo != isPreference)
                && (isChosen || (choice.by() == ProviderChoice.By.CLASH) == naive.clashWithWhatIsIn(before))
                && (!isChosen || naive.chosen(capability).getAsInt() == sentences.index(choice.provider()));
    }

    private boolean isTrue(Provision provision) {
        return provision.need().feature().map(this::isIn).orElse(true)
                && sentences.isNeed(provision.need())
                && sentences.providerNames(provision.need().capability()).contains(provision.provider());
    }

    private boolean isTrue(Optional<Statement.Chooses> told, Provision provision) {
        var chosen =
                naive.chosen(sentences.capabilities.indexOf(provision.need().capability()));
        return told.isPresent() == chosen.isPresent()
                && told.map(choice -> choice.provider().equals(provision.provider())
                                && choice.provider().equals(sentences.names.get(chosen.getAsInt())))
                        .orElse(true);
    }

    private boolean isRequirement(Requirement edge) {
        return Sentences.holds(sentences.requires[sentences.index(edge.feature())], sentences.bit(edge.required()));
    }

    private boolean isIn(String feature) {
        return Sentences.holds(in, sentences.bit(feature));
    }

    private static String last(List<Requirement> chain) {
        return chain.get(chain.size() - 1).required();
    }
}
