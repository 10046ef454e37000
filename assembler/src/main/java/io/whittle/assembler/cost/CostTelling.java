package io.whittle.assembler.cost;

import io.whittle.assembler.fresh.ContentHash;
import io.whittle.assembler.plan.ImagePlan;
import io.whittle.assembler.plan.LinkException;
import io.whittle.assembler.plan.PlanJson;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/** Tells what each feature costs: the profile's image is held against those that differ from it by one feature. */
public final class CostTelling {
    private final CostInput input;
    private final List<Variant> variants;
    private final Accounting accounting;
    private final Map<Set<String>, Weight> linked = new HashMap<>();
    private final List<String> notes = new ArrayList<>();

    private CostTelling(CostInput input, List<Variant> variants, Accounting accounting) {
        this.input = input;
        this.variants = variants;
        this.accounting = accounting;
    }

    /**
     * Estimates, from weights. Costs resolutions and plans for each feature; and a link, where modules have not been weighed.
     *
     * @throws LinkException where the profile's own image cannot be linked
     */
    public static Costs estimate(CostInput input, AccountingFolder weights)
            throws LinkException, IOException, InterruptedException {
        return of(input, weights).told(weights);
    }

    /** Links every image, too, and tells both numbers. */
    public static Costs exact(CostInput input, AccountingFolder weights, Exactly exactly)
            throws LinkException, IOException, InterruptedException {
        CostTelling telling = of(input, weights);
        List<ImagePlan> plans = Stream.concat(
                        Stream.of(input.plan()), telling.variants.stream().flatMap(variant -> variant.plan().stream()))
                .filter(telling.accounting::covers)
                .toList();
        Map<Set<String>, ImagePlan> distinct = new LinkedHashMap<>();
        plans.forEach(plan -> distinct.putIfAbsent(key(plan), plan));
        List<Weight> measured = exactly.measure(List.copyOf(distinct.values()));
        int at = 0;
        for (Set<String> key : distinct.keySet()) {
            telling.linked.put(key, measured.get(at++));
        }
        return telling.told(weights);
    }

    private static CostTelling of(CostInput input, AccountingFolder weights)
            throws LinkException, IOException, InterruptedException {
        List<Variant> variants = new Variants(input.catalog(), input.resolution(), input.plans()).all(input.about());
        List<ImagePlan> plans = new ArrayList<>(List.of(input.plan()));
        variants.forEach(variant -> variant.plan().ifPresent(plans::add));
        Accounting accounting = weights.covering(plans);
        if (!accounting.covers(input.plan())) {
            throw new LinkException("The image of " + input.plan().profile() + " for "
                    + input.plan().platform() + " cannot be linked, so nothing is known of what is in it.\n"
                    + "  Link it, to see why: mvn package whittle:link -Dwhittle.profile="
                    + input.plan().profile());
        }
        return new CostTelling(input, variants, accounting);
    }

    private Costs told(AccountingFolder weights) throws IOException {
        Weight estimated = accounting.of(input.plan());
        Optional<Weight> exact = Optional.ofNullable(linked.get(key(input.plan())));
        List<FeatureCost> features = new ArrayList<>();
        for (Variant variant : variants) {
            features.add(cost(variant));
        }
        features.sort(Comparator.comparing((FeatureCost cost) -> !cost.in())
                .thenComparing(cost -> cost.change().isEmpty())
                .thenComparing(cost ->
                        -cost.change().map(change -> change.weight().bytes()).orElse(0L))
                .thenComparing(FeatureCost::feature));
        notes();
        return new Costs(
                input.plan().profile(),
                input.plan().platform(),
                ContentHash.of(PlanJson.bytes(input.plan())),
                weights.format(),
                !linked.isEmpty(),
                exact.orElse(standing(estimated)),
                exact.map(linkedToo -> estimated),
                measured(),
                features,
                new Parts(input.plan(), accounting, input.requires()).all(),
                notes);
    }

    /** What weights do not know of an image that stands, such as its archive of classes, is taken to pack like the rest of it. */
    private Weight standing(Weight estimated) {
        return input.standing()
                .map(bytes -> new Weight(
                        bytes, Math.round((double) estimated.archive() * bytes / Math.max(1, estimated.bytes()))))
                .orElse(estimated);
    }

    private void notes() {
        if (input.plan().settings().archive().isWanted()) {
            notes.add("the archive of classes (cds) is not part of what features cost");
        }
        if (!linked.isEmpty()) {
            notes.add(
                    "memory and start-up are not of the images that were linked for this, in which no check runs, but of images"
                            + " that stand with their checks");
        }
        if (measured().isEmpty()) {
            notes.add("memory and start-up were not measured: no check has measured this image (whittle:check)");
        } else if (variants.stream().noneMatch(variant -> footprint(variant).isPresent())) {
            notes.add(
                    "what features take of memory and start-up was not measured: no image that differs by one feature stands"
                            + " with its checks");
        }
    }

    private FeatureCost cost(Variant variant) throws IOException {
        if (variant.plan().isEmpty() || !accounting.covers(variant.plan().get())) {
            Optional<Weight> alone = variant.in()
                    ? Optional.of(new Parts(input.plan(), accounting, input.requires()).alone(variant.feature()))
                    : Optional.empty();
            return new FeatureCost(
                    variant.feature(),
                    variant.in(),
                    Optional.empty(),
                    variant.says().or(() -> Optional.of("its image cannot be linked")),
                    alone,
                    Optional.empty());
        }
        ImagePlan other = variant.plan().get();
        ImagePlan with = variant.in() ? input.plan() : other;
        ImagePlan without = variant.in() ? other : input.plan();
        Parts parts = new Parts(with, accounting, input.requires());
        Weight estimated = accounting.of(with).minus(accounting.of(without));
        Optional<Weight> exact = Optional.ofNullable(linked.get(key(with)))
                .flatMap(more -> Optional.ofNullable(linked.get(key(without))).map(more::minus));
        Optional<Footprint> footprint = footprint(variant);
        Change change = new Change(
                along(variant),
                exact.orElse(estimated),
                exact.map(linkedToo -> estimated),
                parts.jdkModulesBeside(without),
                parts.jarsBeside(without),
                footprint.map(Footprint::memory).orElse(OptionalLong.empty()),
                footprint.map(Footprint::start).orElse(OptionalLong.empty()),
                variant.says());
        return new FeatureCost(
                variant.feature(),
                variant.in(),
                Optional.of(change),
                Optional.empty(),
                Optional.of(parts.alone(variant.feature())),
                Optional.of(parts.shared(variant.feature(), without)));
    }

    private SortedSet<String> along(Variant variant) {
        SortedSet<String> more = new TreeSet<>(
                variant.in()
                        ? input.resolution().in()
                        : variant.then().orElseThrow().in());
        more.removeAll(
                variant.in()
                        ? variant.then().orElseThrow().in()
                        : input.resolution().in());
        more.remove(variant.feature());
        return more;
    }

    private Optional<Footprint> measured() {
        return input.measured().of(input.resolution().in(), input.plan());
    }

    /** The difference, where both images were measured. */
    private Optional<Footprint> footprint(Variant variant) {
        Optional<Footprint> own = measured();
        Optional<Footprint> other = variant.then()
                .flatMap(then -> variant.plan().flatMap(plan -> input.measured().of(then.in(), plan)));
        if (own.isEmpty() || other.isEmpty()) {
            return Optional.empty();
        }
        Footprint more = variant.in() ? own.get() : other.get();
        Footprint less = variant.in() ? other.get() : own.get();
        return Optional.of(
                new Footprint(difference(more, less, Footprint::memory), difference(more, less, Footprint::start)));
    }

    private static OptionalLong difference(Footprint more, Footprint less, Function<Footprint, OptionalLong> of) {
        OptionalLong one = of.apply(more);
        OptionalLong other = of.apply(less);
        return one.isPresent() && other.isPresent()
                ? OptionalLong.of(one.getAsLong() - other.getAsLong())
                : OptionalLong.empty();
    }

    /** Launchers count, too: with a module goes what starts it. */
    private static Set<String> key(ImagePlan plan) {
        Set<String> key = new HashSet<>(Accounting.keys(plan));
        plan.launchers()
                .forEach(launcher -> key.add("launcher " + launcher.name().text()));
        key.add("roots " + plan.roots());
        return key;
    }
}
