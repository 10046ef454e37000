package io.whittle.graph.resolve;

import io.whittle.graph.catalog.Platform;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * The format's words, tried on every set of features there is. It shares no code and no idea with the resolver: no graph,
 * no solver, only sets as bits, the sentences that a set must make true, and lists of the sets that do.
 */
final class NaiveResolver {
    private static final int NOTHING = Sentences.NOTHING;

    /** What came about on the way to an answer, for the shares of models that a run must hold. */
    enum Event {
        LEFT_OUT_OF_ALL,
        LEFT_OUT_AS_EXCLUSIVE,
        PROVIDER_BROUGHT,
        NOT_THE_PREFERRED_PROVIDER,
        PROVIDER_DROPPED,
        CHOICE_HEEDED,
        RECOMMENDATION_FOLLOWED,
        RECOMMENDATION_IMPOSSIBLE,
        GLUE_ADDED,
        NO_ANSWER_THOUGH_THE_CLOSURE_IS_CLEAN,
        NO_ANSWER_BECAUSE_OF_A_CHOICE
    }

    private final Sentences sentences;
    private final Set<Event> events = new HashSet<>();
    private final Map<String, List<String>> leftOut = new HashMap<>();
    private final int[] chosen;
    private final int unavailable;
    private final int ruledOut;
    private final int wanted;
    private int fallen;
    private final int[] closed;
    private final int[] valid;
    private final int hard;
    private final int whole;

    NaiveResolver(RandomModel model, Platform platform) {
        this.sentences = new Sentences(model, platform);
        this.chosen = new int[sentences.capabilities.size()];
        Arrays.fill(chosen, NOTHING);
        readChoices();
        this.closed = sets(this::isClosed);
        this.unavailable = fall(sentences.absent, true);
        this.ruledOut = fall(sentences.absent | sentences.excluded, true);
        this.wanted = wantedOfAll();
        this.valid = sets(set -> isValid(set, true));
        this.hard = valid.length == 0 ? NOTHING : answer(sentences.named | wanted, NOTHING);
        this.whole = hard == NOTHING ? NOTHING : withSoftEdges(hard);
        noteRefusal();
    }

    /** The features that are in; empty when no set makes every sentence true. */
    Optional<Set<String>> answer() {
        return whole == NOTHING ? Optional.empty() : Optional.of(sentences.names(whole));
    }

    Sentences sentences() {
        return sentences;
    }

    Set<Event> events() {
        return events;
    }

    /** By capability: the provider the profile chooses on the platform. */
    OptionalInt chosen(int capability) {
        return chosen[capability] == NOTHING ? OptionalInt.empty() : OptionalInt.of(chosen[capability]);
    }

    /** What `all` asks for once everything is left out that has to be. */
    int wanted() {
        return wanted;
    }

    /** What falls because it is not available, chosen providers taken into account. */
    int unavailable() {
        return unavailable;
    }

    /** Whether one of these, which the profile leaves possible, can be in no valid set beside all that is in. */
    boolean clashWithWhatIsIn(List<String> features) {
        return features.stream()
                .mapToInt(sentences::bit)
                .filter(bit -> (ruledOut & bit) == 0)
                .anyMatch(bit -> Arrays.stream(valid).noneMatch(set -> Sentences.holds(set, whole | bit)));
    }

    /** The capability and the provider of it for which `all` leaves a feature out; nothing when it is not left out so. */
    List<String> leftOutFor(String feature) {
        return leftOut.getOrDefault(feature, List.of());
    }

    /** What falls because it is not available or excluded. */
    int ruledOut() {
        return ruledOut;
    }

    /** What falls because it is not available, excluded, or left out for another provider. */
    int fallen() {
        return fallen;
    }

    /** Whether no valid set holds the answer and this feature, too. */
    boolean isImpossibleBesideAll(String feature) {
        int with = whole | sentences.bit(feature);
        return Arrays.stream(valid).noneMatch(set -> Sentences.holds(set, with));
    }

    /** Whether the answer and this feature bring all of these, whatever provider is taken. */
    boolean isReached(String feature, int features) {
        return Sentences.holds(closure(whole | sentences.bit(feature)), features);
    }

    /** Whether the set without what only soft edges brought is valid, and nothing can be left out of it. */
    boolean isHardAnswerMinimal() {
        return Arrays.stream(valid).noneMatch(set -> set != hard && Sentences.holds(hard, set))
                && Arrays.stream(valid).anyMatch(set -> set == hard);
    }

    /** Whether soft edges took nothing back and left the profile valid. */
    boolean isSoftPartHarmless() {
        return Sentences.holds(whole, hard) && Arrays.stream(valid).anyMatch(set -> set == whole);
    }

    private void readChoices() {
        for (int capability = 0; capability < chosen.length; capability++) {
            List<Integer> entries = sentences.choiceOn(capability);
            if (!entries.isEmpty()) {
                int impossible = fall(sentences.absent, false);
                chosen[capability] = entries.stream()
                        .filter(provider -> (impossible >> provider & 1) == 0)
                        .findFirst()
                        .orElse(entries.get(0));
            }
        }
    }

    private int wantedOfAll() {
        int banned = sentences.absent | sentences.excluded;
        fallen = ruledOut;
        if (!sentences.asksForAll()) {
            return 0;
        }
        note((sentences.covered & ~fallen) != sentences.covered, Event.LEFT_OUT_OF_ALL);
        int hopeless = 0;
        while (true) {
            int seed = banned;
            for (String name : leftOut.keySet()) {
                seed |= sentences.bit(name);
            }
            fallen = fall(seed, true);
            int wishes = sentences.covered & ~fallen;
            int reached = closure(sentences.named | wishes);
            int given = givenUp(reached, hopeless);
            if (given != 0) {
                hopeless |= given;
                String gone = sentences.names.get(Integer.numberOfTrailingZeros(given));
                leftOut.values().removeIf(why -> why.get(1).equals(gone));
            } else if (!leaveOut(reached, hopeless)) {
                return wishes;
            }
        }
    }

    /** A provider that is not reached although others were left out for it: the one for the first of these by name. */
    private int givenUp(int reached, int hopeless) {
        for (List<String> why : new TreeMap<>(leftOut).values()) {
            int kept = sentences.bit(why.get(1));
            if ((kept & (reached | hopeless)) == 0) {
                return kept;
            }
        }
        return 0;
    }

    private boolean leaveOut(int reached, int hopeless) {
        for (int capability = 0; capability < chosen.length; capability++) {
            int in = sentences.provided[capability] & reached;
            int left = in & ~kept(capability, in, hopeless);
            if (sentences.exclusive[capability] && left != 0) {
                note(true, Event.LEFT_OUT_AS_EXCLUSIVE);
                noteLeftOut(capability, left, in & ~left);
                return true;
            }
        }
        return false;
    }

    private void noteLeftOut(int capability, int left, int kept) {
        int first = sentences.providers.get(capability).stream()
                .filter(provider -> (kept >> provider & 1) == 1)
                .findFirst()
                .orElseThrow();
        Sentences.members(left)
                .forEach(feature -> leftOut.put(
                        sentences.names.get(feature),
                        List.of(sentences.capabilities.get(capability), sentences.names.get(first))));
    }

    private int kept(int capability, int in, int hopeless) {
        int bound = in & closure(sentences.named);
        if (Integer.bitCount(in) < 2 || bound != 0) {
            return bound == 0 ? in : bound;
        }
        if ((in & ~hopeless) == 0) {
            return in;
        }
        return sentences.providers.get(capability).stream()
                .filter(provider -> (in >> provider & 1) == 1)
                .min(Comparator.<Integer, Boolean>comparing(provider -> (hopeless >> provider & 1) == 1)
                        .thenComparing(provider -> provider != chosen[capability] || (hopeless >> provider & 1) == 1))
                .map(provider -> 1 << provider)
                .orElseThrow();
    }

    /** The answer that holds what is fixed, inside a set that is valid itself ({@code NOTHING}: anywhere). */
    private int answer(int fixed, int inside) {
        int set = closure(fixed);
        List<Integer> brought = new ArrayList<>();
        for (int open = firstOpen(set); open != NOTHING; open = firstOpen(set)) {
            int provider = firstPossible(open, set, inside);
            note(true, Event.PROVIDER_BROUGHT);
            note(provider != sentences.providers.get(open).get(0), Event.NOT_THE_PREFERRED_PROVIDER);
            brought.add(provider);
            set = closure(set | 1 << provider);
        }
        for (int last = brought.size() - 1; last >= 0; last--) {
            int greatest = greatestValid(fixed, set & ~(1 << brought.get(last)));
            if (greatest != NOTHING) {
                note(true, Event.PROVIDER_DROPPED);
                return answer(fixed, greatest);
            }
        }
        return set;
    }

    private int firstOpen(int set) {
        int needed = sentences.needed(set);
        for (int capability = 0; capability < chosen.length; capability++) {
            if ((needed >> capability & 1) == 1 && (set & sentences.provided[capability]) == 0) {
                return capability;
            }
        }
        return NOTHING;
    }

    private int firstPossible(int capability, int set, int inside) {
        for (int provider : sentences.providers.get(capability)) {
            int with = set | 1 << provider;
            if (Arrays.stream(valid).anyMatch(each -> Sentences.holds(each, with) && Sentences.holds(inside, each))) {
                return provider;
            }
        }
        throw new IllegalStateException("no provider is possible, but some set is valid");
    }

    /** The union of the valid sets that lie between these two: it is valid, for no sentence tells two of them apart. */
    private int greatestValid(int fixed, int inside) {
        return Arrays.stream(valid)
                .filter(set -> Sentences.holds(set, fixed) && Sentences.holds(inside, set))
                .reduce((one, other) -> one | other)
                .orElse(NOTHING);
    }

    private int withSoftEdges(int start) {
        int set = start;
        Set<List<Integer>> tried = new HashSet<>();
        while (true) {
            int added = nextRecommended(set, tried);
            if (added == NOTHING) {
                added = nextGlue(set, tried);
            }
            if (added == NOTHING) {
                return set;
            }
            set = added;
        }
    }

    /** The set with the first recommendation that can be followed. */
    private int nextRecommended(int set, Set<List<Integer>> tried) {
        if (!sentences.followsRecommendations()) {
            return NOTHING;
        }
        for (int feature : Sentences.members(set).toArray()) {
            List<Integer> targets = sentences.recommended(feature);
            for (int position = 0; position < targets.size(); position++) {
                int target = targets.get(position);
                if (tried.add(List.of(feature, position)) && (set >> target & 1) == 0) {
                    int added = addition(set, target);
                    note(true, added == NOTHING ? Event.RECOMMENDATION_IMPOSSIBLE : Event.RECOMMENDATION_FOLLOWED);
                    if (added != NOTHING) {
                        return added;
                    }
                }
            }
        }
        return NOTHING;
    }

    private int nextGlue(int set, Set<List<Integer>> tried) {
        for (int feature = 0; feature < sentences.count(); feature++) {
            int triggers = sentences.triggers(feature);
            if (triggers != 0
                    && Sentences.holds(set, triggers)
                    && (set >> feature & 1) == 0
                    && tried.add(List.of(feature))) {
                int added = addition(set, feature);
                if (added != NOTHING) {
                    note(true, Event.GLUE_ADDED);
                    return added;
                }
            }
        }
        return NOTHING;
    }

    private int addition(int set, int feature) {
        int with = set | 1 << feature;
        return Arrays.stream(valid).anyMatch(each -> Sentences.holds(each, with)) ? answer(with, NOTHING) : NOTHING;
    }

    /** The least set that holds these, and what they and base require or the profile chooses for what they need. */
    private int closure(int set) {
        int least = NOTHING;
        for (int each : closed) {
            if (Sentences.holds(each, set)) {
                least &= each;
            }
        }
        return least;
    }

    private boolean isClosed(int set) {
        for (int rest = set; rest != 0; rest &= rest - 1) {
            if (!Sentences.holds(set, sentences.requires[Integer.numberOfTrailingZeros(rest)])) {
                return false;
            }
        }
        return Sentences.holds(set, sentences.baseRequires) && choicesHold(set);
    }

    private boolean choicesHold(int set) {
        int needed = sentences.needed(set);
        for (int capability = 0; capability < chosen.length; capability++) {
            if (chosen[capability] != NOTHING
                    && (needed >> capability & 1) == 1
                    && (set >> chosen[capability] & 1) == 0) {
                return false;
            }
        }
        return true;
    }

    private boolean isValid(int set, boolean withChoices) {
        return Sentences.holds(set, sentences.named | wanted)
                && (set & (sentences.excluded | sentences.absent)) == 0
                && (!withChoices || choicesHold(set))
                && sentences.background(set, sentences.conflicts);
    }

    /** The least set that holds the seed, and with some features whatever cannot do without them. */
    private int fall(int seed, boolean withChoices) {
        if (seed == 0) {
            return 0;
        }
        int least = NOTHING;
        for (int set = 0; set < 1 << sentences.count(); set++) {
            if (Sentences.holds(set, seed) && hasFallen(set, withChoices)) {
                least &= set;
            }
        }
        return least;
    }

    private boolean hasFallen(int set, boolean withChoices) {
        int missing = 0;
        for (int capability = 0; capability < chosen.length; capability++) {
            boolean chosenIsMissing =
                    withChoices && chosen[capability] != NOTHING && (set >> chosen[capability] & 1) == 1;
            if (chosenIsMissing || Sentences.holds(set, sentences.provided[capability])) {
                missing |= 1 << capability;
            }
        }
        for (int feature = 0; feature < sentences.count(); feature++) {
            boolean isIn = (set >> feature & 1) == 1;
            if (!isIn && ((set & sentences.requires[feature]) != 0 || (missing & sentences.needs[feature]) != 0)) {
                return false;
            }
        }
        return true;
    }

    private void noteRefusal() {
        int set = closure(sentences.named | wanted);
        int needed = sentences.needed(set);
        note(
                hard != NOTHING && Sentences.members(needed).anyMatch(capability -> chosen[capability] != NOTHING),
                Event.CHOICE_HEEDED);
        if (hard == NOTHING) {
            note(isClean(set), Event.NO_ANSWER_THOUGH_THE_CLOSURE_IS_CLEAN);
            note(sets(each -> isValid(each, false)).length > 0, Event.NO_ANSWER_BECAUSE_OF_A_CHOICE);
        }
    }

    private boolean isClean(int set) {
        return (set & (sentences.excluded | sentences.absent)) == 0
                && Sentences.members(set).allMatch(feature -> (set & sentences.conflicts[feature]) == 0)
                && IntStream.range(0, chosen.length)
                        .allMatch(capability -> !sentences.exclusive[capability]
                                || Integer.bitCount(set & sentences.provided[capability]) < 2);
    }

    private void note(boolean happened, Event event) {
        if (happened) {
            events.add(event);
        }
    }

    private int[] sets(IntPredicate condition) {
        return IntStream.range(0, 1 << sentences.count()).filter(condition).toArray();
    }
}
