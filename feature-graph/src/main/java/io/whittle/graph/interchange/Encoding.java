package io.whittle.graph.interchange;

import io.whittle.graph.catalog.Notice;
import io.whittle.graph.interchange.Draft.Entry;
import io.whittle.graph.interchange.Draft.Wanted;
import io.whittle.graph.interchange.Formula.All;
import io.whittle.graph.interchange.Formula.Any;
import io.whittle.graph.interchange.Formula.Literal;
import io.whittle.graph.interchange.Formula.Named;
import io.whittle.graph.interchange.UvlModel.UvlConstraint;
import io.whittle.graph.interchange.UvlModel.UvlFeature;
import io.whittle.graph.interchange.UvlModel.UvlGroup;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Says in a catalogue's words what a model says. The sets of features that the catalogue allows are, but for features
 * made here, those that the model allows.
 *
 * <p>Every sentence is said of an owner, base or a feature: when the owner is in, then the formula holds. A demand is
 * {@code requires} or {@code conflicts}; a list of alternatives is a capability that the owner needs, and each alternative
 * a provider. What is no feature gets one, internal, of which the same is said in turn: {@code not-a} conflicts with a, and
 * {@code a-and-b} requires both. One direction is enough, for such a feature is only ever wanted: where what it stands
 * for holds it may be in, where not it cannot (after D. A. Plaisted and S. Greenbaum, "A structure-preserving clause form
 * translation", 1986). So the catalogue grows with the length of the model, and no formula is multiplied out, but for
 * {@code a | b & c}, which reads better as two sentences.
 */
final class Encoding {
    /** How many sentences one cardinality may come to. */
    private static final int MOST_OF_A_GROUP = 1_000;

    private final UvlModel model;
    private final List<Notice> faults;
    private final Draft draft = new Draft();
    private final CatalogNames names = new CatalogNames();
    private final CatalogNames capabilityNames = new CatalogNames();
    private final Map<String, String> spelled = new HashMap<>();
    private final Map<Formula, String> helpers = new HashMap<>();
    private final Map<Set<String>, String> capabilities = new HashMap<>();

    private Encoding(UvlModel model, List<Notice> faults) {
        this.model = model;
        this.faults = faults;
    }

    /**
     * The catalogue of a model.
     *
     * @param faults where groups go that would become too large
     */
    static Draft of(UvlModel model, List<Notice> faults) {
        Encoding encoding = new Encoding(model, faults);
        // All originals first: none of them loses its name to a feature that is made here.
        model.features().forEach(encoding::declare);
        String root = encoding.spelled.get(model.root().name());
        encoding.draft.base.requires.put(root, "the root");
        model.features().forEach(encoding::groups);
        model.constraints().forEach(encoding::constraint);
        return encoding.draft;
    }

    private void declare(UvlFeature feature) {
        String name = names.like(feature.name());
        spelled.put(feature.name(), name);
        draft.feature(name, feature.name(), false, "line " + feature.place().line());
    }

    private void groups(UvlFeature feature) {
        feature.groups().forEach(group -> group(feature, group));
    }

    private void group(UvlFeature parent, UvlGroup group) {
        List<String> members = group.members().stream().map(spelled::get).toList();
        Entry owner = entry(parent.name());
        for (String member : members) {
            draft.entry(member).requires.put(owner.name, "parent");
        }
        String origin = group.word() + ", line " + group.place().line();
        boolean all = group.least() == members.size();
        boolean exclusive = group.most() == 1 && members.size() > 1;
        if (all) {
            members.forEach(member -> owner.requires.putIfAbsent(member, origin));
        }
        if (exclusive || group.least() == 1 && !all) {
            String name = capabilityNames.like((exclusive ? "one-of-" : "some-of-") + owner.name);
            draft.capability(new Wanted(name, members, exclusive, origin));
            if (group.least() == 1) {
                owner.needs.put(name, origin);
            }
        }
        boolean atLeast = group.least() > 1 && !all;
        boolean atMost = group.most() < members.size() && !exclusive;
        if (atLeast && tooMany(group, members.size() - group.least() + 1)
                || atMost && tooMany(group, group.most() + 1)) {
            return;
        }
        if (atLeast) {
            subsets(group.members(), members.size() - group.least() + 1)
                    .forEach(some -> say(owner, any(some, true), origin));
        }
        if (atMost) {
            subsets(group.members(), group.most() + 1).forEach(some -> say(draft.base, any(some, false), origin));
        }
    }

    private boolean tooMany(UvlGroup group, int size) {
        long count = 1;
        for (int i = 1; i <= size && count <= MOST_OF_A_GROUP; i++) {
            count = count * (group.members().size() - size + i) / i;
        }
        if (count <= MOST_OF_A_GROUP) {
            return false;
        }
        faults.add(new Notice(
                group.place(),
                group.word() + " over " + group.members().size() + " features comes to more than " + MOST_OF_A_GROUP
                        + " sentences of a catalogue; split the group, or say what is meant with or, alternative and"
                        + " constraints"));
        return true;
    }

    private static Formula any(List<String> features, boolean in) {
        return new Any(features.stream()
                .<Formula>map(feature -> new Literal(feature, in))
                .toList());
    }

    private static List<List<String>> subsets(List<String> of, int size) {
        if (size == 0) {
            return List.of(List.of());
        }
        List<List<String>> subsets = new ArrayList<>();
        for (int first = 0; first + size <= of.size(); first++) {
            String begin = of.get(first);
            for (List<String> rest : subsets(of.subList(first + 1, of.size()), size - 1)) {
                subsets.add(Stream.concat(Stream.of(begin), rest.stream()).toList());
            }
        }
        return subsets;
    }

    private void constraint(UvlConstraint constraint) {
        String origin = "line " + constraint.place().line() + ": " + constraint.text();
        say(draft.base, NormalForm.of(constraint.formula()), origin);
    }

    /** Where the owner is in, the formula holds. */
    private void say(Entry owner, Formula formula, String origin) {
        if (formula instanceof Literal literal) {
            demand(owner, literal, origin);
        } else if (formula instanceof All all) {
            all.parts().forEach(part -> say(owner, part, origin));
        } else if (formula instanceof Named named) {
            say(owner, named.part(), origin);
        } else if (formula.equals(Formula.FALSE)) {
            forbid(owner, origin);
        } else if (formula instanceof Any any && owner == draft.base) {
            sayOfBase(any, origin);
        } else if (formula instanceof Any any) {
            alternatives(owner, any.parts(), origin);
        }
    }

    private void demand(Entry owner, Literal literal, String origin) {
        String feature = spelled.get(literal.feature());
        if (literal.in()) {
            if (!feature.equals(owner.name)) {
                owner.requires.putIfAbsent(feature, origin);
            }
        } else if (owner == draft.base || feature.equals(owner.name)) {
            forbid(draft.entry(feature), origin);
        } else {
            draft.conflict(owner.name, feature, origin);
        }
    }

    // What conflicts with the root is never in, for the root always is. Without the root nothing at all is allowed, and
    // base
    // says so by asking for what cannot be in.
    private void forbid(Entry owner, String origin) {
        String root = spelled.get(model.root().name());
        if (owner == draft.base || owner.name.equals(root)) {
            draft.base.requires.putIfAbsent(not(model.root().name()), origin);
        } else {
            draft.conflict(owner.name, root, origin);
        }
    }

    private void sayOfBase(Any any, String origin) {
        Optional<Literal> negative = any.parts().stream()
                .filter(part -> part instanceof Literal literal && !literal.in())
                .map(Literal.class::cast)
                .findFirst();
        if (negative.isPresent()) {
            Formula rest = NormalForm.any(any.parts().stream()
                    .filter(part -> !part.equals(negative.get()))
                    .toList());
            say(entry(negative.get().feature()), rest, origin);
            return;
        }
        List<All> demands = any.parts().stream()
                .filter(All.class::isInstance)
                .map(All.class::cast)
                .toList();
        List<Formula> others =
                any.parts().stream().filter(part -> !(part instanceof All)).toList();
        if (demands.size() == 1 && others.size() == 1) {
            for (Formula demand : demands.get(0).parts()) {
                say(draft.base, NormalForm.any(List.of(demand, others.get(0))), origin);
            }
        } else {
            alternatives(draft.base, any.parts(), origin);
        }
    }

    private void alternatives(Entry owner, List<Formula> parts, String origin) {
        List<String> providers =
                parts.stream().map(part -> provider(part, origin)).distinct().toList();
        if (!providers.contains(owner.name)) {
            String capability =
                    capabilities.computeIfAbsent(Set.copyOf(providers), key -> capability(providers, origin));
            owner.needs.putIfAbsent(capability, origin);
        }
    }

    private String capability(List<String> providers, String origin) {
        String name = capabilityNames.like(joined(providers, "or"));
        draft.capability(new Wanted(name, providers, false, origin));
        return name;
    }

    private String provider(Formula part, String origin) {
        if (part instanceof Literal literal) {
            return literal.in() ? spelled.get(literal.feature()) : not(literal.feature());
        }
        String known = helpers.get(part);
        if (known != null) {
            return known;
        }
        boolean demands = part instanceof All;
        Formula meant = part instanceof Named named ? named.part() : part;
        Entry helper = helper(
                part instanceof Named ? "part" : joined(words(part), demands ? "and" : "or"),
                "Stands for a part of a constraint",
                origin);
        helpers.put(part, helper.name);
        say(helper, meant, origin);
        return helper.name;
    }

    private String not(String original) {
        Literal out = new Literal(original, false);
        String known = helpers.get(out);
        if (known != null) {
            return known;
        }
        String feature = spelled.get(original);
        Entry helper = helper("not-" + feature, "Stands for " + feature + " being out", "");
        helpers.put(out, helper.name);
        draft.conflict(helper.name, feature, "");
        return helper.name;
    }

    private Entry helper(String like, String summary, String origin) {
        return draft.feature(names.like(like), summary, true, origin);
    }

    private List<String> words(Formula list) {
        List<Formula> parts = list instanceof All all ? all.parts() : ((Any) list).parts();
        return parts.stream()
                .map(part -> part instanceof Literal literal
                        ? (literal.in() ? "" : "not-") + spelled.get(literal.feature())
                        : "more")
                .toList();
    }

    // Short where it can be read at a glance: the providers stand beside the name.
    private static String joined(List<String> words, String by) {
        String whole = words.stream().distinct().collect(Collectors.joining("-" + by + "-"));
        return whole.length() <= 50 ? whole : words.get(0) + "-" + by + "-" + (words.size() - 1) + "-more";
    }

    private Entry entry(String original) {
        return draft.entry(spelled.get(original));
    }
}
