package io.whittle.graph.resolve;

import io.whittle.graph.catalog.Arch;
import io.whittle.graph.catalog.Capability;
import io.whittle.graph.catalog.Choice;
import io.whittle.graph.catalog.Conflict;
import io.whittle.graph.catalog.Edge;
import io.whittle.graph.catalog.Feature;
import io.whittle.graph.catalog.FeatureBody;
import io.whittle.graph.catalog.ImageOptions;
import io.whittle.graph.catalog.Mention;
import io.whittle.graph.catalog.Os;
import io.whittle.graph.catalog.PlatformCondition;
import io.whittle.graph.catalog.Profile;
import io.whittle.graph.catalog.Variant;
import io.whittle.graph.catalog.Word;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

/**
 * Makes one random model that the reader would take: nothing names itself, nothing stands twice in a list.
 *
 * <p>How thickly edges grow is drawn once for each model and each kind of edge, so that there are models of every
 * build: some that are nearly all choice, some that are nearly all conflict, some with a bit of everything.
 */
final class ModelMaker {
    private static final PlatformCondition LINUX = new PlatformCondition.OsIs(Os.LINUX);
    private static final PlatformCondition MACOS = new PlatformCondition.OsIs(Os.MACOS);
    private static final PlatformCondition NOT_LINUX = new PlatformCondition.Not(LINUX);
    private static final List<PlatformCondition> CONDITIONS = List.of(
            LINUX,
            MACOS,
            NOT_LINUX,
            new PlatformCondition.Or(List.of(LINUX, new PlatformCondition.ArchIs(Arch.ARM64))));

    private final Random random;
    private final boolean everyConstruct;
    private final List<String> names = new ArrayList<>();
    private final List<String> capabilityNames = new ArrayList<>();
    private final double requires;
    private final double needs;
    private final double conflicts;
    private final double recommends;
    private final double auto;
    private final boolean platforms;

    ModelMaker(long seed, boolean everyConstruct) {
        this.random = new Random(seed);
        this.everyConstruct = everyConstruct;
        int count = random.nextInt(40) == 0 ? RandomModel.MOST_FEATURES : 4 + random.nextInt(6);
        for (int i = 0; i < count; i++) {
            names.add("f" + (char) ('a' + i));
        }
        int capabilities = everyConstruct && random.nextInt(8) > 0 ? 1 + random.nextInt(4) : 0;
        for (int i = 0; i < capabilities; i++) {
            capabilityNames.add("c" + (char) ('a' + i));
        }
        this.requires = random.nextDouble() * 1.1 / count;
        this.needs = random.nextDouble() * 0.6;
        this.conflicts = random.nextInt(3) == 0 ? 0 : random.nextDouble() * 1.2 / count;
        this.recommends = everyConstruct && random.nextBoolean() ? random.nextDouble() * 2.5 / count : 0;
        this.auto = everyConstruct && random.nextBoolean() ? random.nextDouble() * 0.4 : 0;
        this.platforms = random.nextInt(3) > 0;
    }

    RandomModel model() {
        List<Feature> features = names.stream().map(this::feature).toList();
        List<Capability> capabilities =
                capabilityNames.stream().map(this::capability).toList();
        FeatureBody base = random.nextInt(3) == 0 ? body("", 0.1, 0.25) : FeatureBody.EMPTY;
        int parents = random.nextInt(3);
        List<Profile> profiles = new ArrayList<>();
        profiles.add(profile("p", parents > 0 ? Optional.of("q") : Optional.empty(), capabilities));
        if (parents > 0) {
            profiles.add(profile("q", parents > 1 ? Optional.of("r") : Optional.empty(), capabilities));
        }
        if (parents > 1) {
            profiles.add(profile("r", Optional.empty(), capabilities));
        }
        return new RandomModel(base, features, capabilities, profiles);
    }

    private Feature feature(String name) {
        Feature blank = Models.feature(name);
        List<Variant> variants = platforms ? variants(name) : List.of();
        return new Feature(
                blank.name(),
                blank.summary(),
                random.nextInt(5) == 0,
                platforms && random.nextInt(6) == 0 ? condition() : PlatformCondition.ALWAYS,
                body(name, requires, needs),
                variants,
                everyConstruct ? inAnyOrder(edges(name, names, recommends)) : List.of(),
                blank.ifPresent(),
                conflictsOf(name),
                random.nextDouble() < auto ? triggers(name) : List.of(),
                blank.fallback(),
                blank.checks(),
                blank.dynamic(),
                blank.tag());
    }

    private List<Variant> variants(String name) {
        return switch (random.nextInt(8)) {
            case 0 -> List.of(Models.variant(LINUX, body(name, 0.1, 0.1)), Models.variant(MACOS, body(name, 0.1, 0.1)));
            case 1 -> List.of(Models.variant(MACOS, body(name, 0.1, 0.1)));
            default -> List.of();
        };
    }

    private FeatureBody body(String owner, double requiring, double needing) {
        return Models.body(edges(owner, names, requiring), edges(owner, capabilityNames, needing));
    }

    private List<Conflict> conflictsOf(String name) {
        return edges(name, names, conflicts / 2).stream()
                .map(edge -> new Conflict(edge.target(), Optional.empty(), edge.when()))
                .toList();
    }

    private List<Mention> triggers(String name) {
        List<Mention> triggers = new ArrayList<>();
        for (String other : inAnyOrder(names)) {
            if (!other.equals(name) && triggers.size() < 1 + random.nextInt(2)) {
                triggers.add(Models.name(other));
            }
        }
        return triggers;
    }

    private Capability capability(String name) {
        int count = Math.min(names.size(), 1 + random.nextInt(5));
        List<Mention> providers =
                inAnyOrder(names).subList(0, count).stream().map(Models::name).toList();
        return new Capability(Models.name(name), providers, random.nextInt(3) == 0);
    }

    private Profile profile(String name, Optional<String> parent, List<Capability> capabilities) {
        boolean all = random.nextInt(7) == 0;
        double asked = random.nextDouble() * 0.35;
        double ruledOut = random.nextDouble() * (random.nextBoolean() ? 0.1 : 0.35);
        List<Word> include = new ArrayList<>();
        List<Word> exclude = new ArrayList<>();
        for (String feature : names) {
            double draw = random.nextDouble();
            if (draw < asked / 12 && !all) {
                include.add(Models.word(feature, LINUX));
                exclude.add(Models.word(feature, NOT_LINUX));
            } else if (draw < asked && !all) {
                // `all` stands in place of a list: a profile that says it asks for nothing by name itself.
                include.add(Models.word(feature, condition()));
            } else if (draw > 1 - ruledOut) {
                exclude.add(Models.word(feature, condition()));
            }
        }
        List<Choice> choices = new ArrayList<>();
        for (Capability capability : capabilities) {
            if (random.nextInt(6) == 0) {
                choices.add(choice(capability));
            }
        }
        return new Profile(
                Models.name(name),
                Optional.empty(),
                parent.map(Models::name),
                all ? Optional.of(Models.NOWHERE) : Optional.empty(),
                include,
                exclude,
                choices,
                random.nextInt(8) == 0 ? Optional.of(random.nextBoolean()) : Optional.empty(),
                List.of(),
                Optional.empty(),
                new TreeMap<>(),
                new TreeMap<>(),
                ImageOptions.NONE);
    }

    private Choice choice(Capability capability) {
        List<Mention> providers = inAnyOrder(capability.providers());
        int count = 1 + random.nextInt(providers.size());
        return new Choice(
                capability.name(),
                providers.subList(0, count).stream()
                        .map(provider -> new Edge(provider, condition()))
                        .toList());
    }

    private List<Edge> edges(String owner, List<String> targets, double density) {
        List<Edge> edges = new ArrayList<>();
        for (String target : targets) {
            if (!target.equals(owner) && random.nextDouble() < density) {
                edges.add(Models.edge(target, condition()));
            }
        }
        return edges;
    }

    private PlatformCondition condition() {
        return !platforms || random.nextInt(3) > 0
                ? PlatformCondition.ALWAYS
                : CONDITIONS.get(random.nextInt(CONDITIONS.size()));
    }

    private <T> List<T> inAnyOrder(List<T> list) {
        List<T> copy = new ArrayList<>(list);
        Collections.shuffle(copy, random);
        return copy;
    }
}
