package io.whittle.assembler.heal;

import io.whittle.assembler.link.LinkException;
import io.whittle.graph.resolve.UnresolvableException;

import java.io.IOException;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * An image with all that may be missing: the profile's own, the features of a profile that has more, and where that is asked for every
 * module of the JDK.
 *
 * @param planned what it comes to
 * @param name what people call it
 * @param without features and modules that are not in it since the profile cannot have them, by name
 */
record Superset(TrialPlans.Planned planned, String name, SortedSet<String> without) {
    private static final String INCUBATING = "jdk.incubator.";

    /** Cannot be linked into an image by a JDK that links from its own run-time image (JEP 493). */
    private static final String LINKER = "jdk.jlink";

    public Superset {
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
        return new Superset(planned(plans, features, Set.of()), more.name(), without);
    }

    /** The same with every module of the JDK that the profile does not forbid; modules still in incubation are left out. */
    Superset withJdk(TrialPlans plans) throws LinkException, IOException {
        SortedSet<String> left = new TreeSet<>(without);
        ModuleClosure closure = new ModuleClosure(plans.index(), plans.jdk());
        Set<String> forbidden = planned.resolution().profile().forbid().keySet();
        Set<String> modules = new TreeSet<>();
        for (String module : plans.jdk().modules().keySet()) {
            SortedSet<String> reached = closure.of(Set.of(module));
            if (!Collections.disjoint(reached, forbidden)) {
                left.add(module);
            } else if (!isUnusable(module, reached, plans)) {
                modules.add(module);
            }
        }
        return new Superset(
                planned(plans, planned.resolution().in(), modules), name + " and all modules of the JDK", left);
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
            plans.plan(in, Set.of());
            return Optional.of(in);
        } catch (UnresolvableException | LinkException impossible) {
            return Optional.empty();
        }
    }

    private static TrialPlans.Planned planned(TrialPlans plans, Set<String> features, Set<String> jdkModules)
            throws LinkException, IOException {
        try {
            return plans.plan(features, jdkModules);
        } catch (UnresolvableException impossible) {
            throw new IllegalStateException("what was resolved a moment ago is not now", impossible);
        }
    }
}
