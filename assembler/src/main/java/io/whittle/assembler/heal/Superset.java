package io.whittle.assembler.heal;

import io.whittle.assembler.plan.LinkException;
import io.whittle.graph.resolve.UnresolvableException;

import java.io.IOException;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * An image with all that may be missing: the profile's own, the features of a profile that has more, and where that is asked for every
 * module of the JDK, and modules on the path that no feature has.
 *
 * @param planned what it comes to
 * @param name what people call it
 * @param modules on the path, that no feature has
 * @param without features and modules that are not in it since the profile cannot have them, by name
 */
record Superset(TrialPlans.Planned planned, String name, SortedSet<String> modules, SortedSet<String> without) {
    private static final String INCUBATING = "jdk.incubator.";

    /** Cannot be linked into an image by a JDK that links from its own run-time image (JEP 493). */
    private static final String LINKER = "jdk.jlink";

    public Superset {
        modules = Collections.unmodifiableSortedSet(new TreeSet<>(modules));
        without = Collections.unmodifiableSortedSet(new TreeSet<>(without));
    }

    /**
     * The profile with the features of another.
     *
     * <p>What clashes with the profile, brings a module that it forbids, or has one that is not on the path stays out. A feature is
     * tried alone only where not all go together: quadratic in the features then, times the planning of an image.
     */
    static Superset of(TrialPlans plans, More more) throws LinkException, IOException {
        SortedSet<String> without = new TreeSet<>();
        Set<String> features = joined(plans, more.features(), without);
        return new Superset(planned(plans, features, Set.of()), more.name(), new TreeSet<>(), without);
    }

    /** The same with every module of the JDK that the profile does not forbid; modules still in incubation are left out. */
    Superset withJdk(TrialPlans plans) throws LinkException, IOException {
        SortedSet<String> left = new TreeSet<>(without);
        ModuleClosure closure = new ModuleClosure(plans.index(), plans.jdk());
        Set<String> forbidden = planned.resolution().profile().forbid().keySet();
        Set<String> ofJdk = new TreeSet<>();
        for (String module : plans.jdk().modules().keySet()) {
            SortedSet<String> reached = closure.of(Set.of(module));
            if (!Collections.disjoint(reached, forbidden)) {
                left.add(module);
            } else if (!isUnusable(module, reached, plans)) {
                ofJdk.add(module);
            }
        }
        Optional<TrialPlans.Planned> both = with(plans, ofJdk, modules);
        SortedSet<String> kept = both.isPresent() ? modules : new TreeSet<>();
        if (both.isEmpty()) {
            // A jar that has a package of the JDK's, for one.
            left.addAll(modules);
        }
        return new Superset(
                both.isPresent()
                        ? both.get()
                        : planned(plans, planned.resolution().in(), ofJdk),
                name + " and all modules of the JDK",
                kept,
                left);
    }

    /**
     * The same with as many of the modules as go together; one that uses a feature's module is not tried, as nothing says that it may.
     * Plans one image, or one for each module where not all do.
     *
     * @param strays modules on the path that no feature has
     */
    Superset withModules(TrialPlans plans, SortedSet<String> strays) throws IOException {
        TrialPlans.Planned all = planned;
        SortedSet<String> joined = new TreeSet<>();
        Optional<TrialPlans.Planned> together = with(plans, Set.of(), strays);
        if (together.isPresent()) {
            all = together.get();
            joined.addAll(strays);
        } else {
            for (String stray : strays) {
                SortedSet<String> next = new TreeSet<>(joined);
                next.add(stray);
                Optional<TrialPlans.Planned> more = with(plans, Set.of(), next);
                if (more.isPresent()) {
                    all = more.get();
                    joined.add(stray);
                }
            }
        }
        SortedSet<String> left = new TreeSet<>(without);
        left.addAll(strays);
        left.removeAll(joined);
        return new Superset(all, name + " and modules of the path that no feature has", joined, left);
    }

    private Optional<TrialPlans.Planned> with(TrialPlans plans, Set<String> ofJdk, Set<String> strays)
            throws IOException {
        try {
            return Optional.of(plans.plan(planned.resolution().in(), ofJdk, strays));
        } catch (UnresolvableException | LinkException impossible) {
            return Optional.empty();
        }
    }

    private static boolean isUnusable(String module, Set<String> reached, TrialPlans plans) {
        return module.startsWith(INCUBATING) || plans.jdk().jmods().isEmpty() && reached.contains(LINKER);
    }

    /** As many of the features as go together with the image, with all they bring. */
    private static SortedSet<String> joined(TrialPlans plans, Set<String> more, SortedSet<String> without)
            throws IOException {
        Optional<SortedSet<String>> all = joined(plans, more);
        if (all.isPresent()) {
            return all.get();
        }
        SortedSet<String> joined = new TreeSet<>();
        without.addAll(more);
        // What a feature requires may itself have to be let in first: the profile may exclude it.
        int before = Integer.MAX_VALUE;
        while (without.size() < before) {
            before = without.size();
            for (String feature : new TreeSet<>(without)) {
                SortedSet<String> next = new TreeSet<>(joined);
                next.add(feature);
                joined(plans, next).ifPresent(joined::addAll);
                without.removeAll(joined);
            }
        }
        return joined;
    }

    private static Optional<SortedSet<String>> joined(TrialPlans plans, Set<String> features) throws IOException {
        try {
            SortedSet<String> in = plans.enlarged(features).in();
            plans.plan(in, Set.of(), Set.of());
            return Optional.of(in);
        } catch (UnresolvableException | LinkException impossible) {
            return Optional.empty();
        }
    }

    private static TrialPlans.Planned planned(TrialPlans plans, Set<String> features, Set<String> jdkModules)
            throws LinkException, IOException {
        try {
            return plans.plan(features, jdkModules, Set.of());
        } catch (UnresolvableException impossible) {
            throw new IllegalStateException("what was resolved a moment ago is not now", impossible);
        }
    }
}
