package io.whittle.assembler.plan;

import io.whittle.graph.resolve.ModuleOwners;
import io.whittle.graph.resolve.Ownership;
import io.whittle.graph.resolve.Resolution;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Where {@code module-info} and the catalogue must agree: nothing that is in may reach a module of a feature that is out,
 * and base may reach no feature at all.
 */
final class FeatureBorder implements ModuleWalk.Border {
    private final Resolution resolution;
    private final ModuleOwners owners;
    private final Asker asker;
    private final Requiring requiring;
    private final Set<String> faults = new LinkedHashSet<>();

    FeatureBorder(Resolution resolution, ModuleOwners owners, Asker asker, Requiring requiring) {
        this.resolution = resolution;
        this.owners = owners;
        this.asker = asker;
        this.requiring = requiring;
    }

    /** Every edge that was refused, with the edit that mends it. */
    Set<String> faults() {
        return new LinkedHashSet<>(faults);
    }

    @Override
    public boolean passes(String from, String to, ModuleWalk walk) {
        List<Ownership> owned = owners.owners(to);
        if (owned.isEmpty()) {
            return true;
        }
        Optional<Ownership> source = asker.nearestOwner(walk.chain(from));
        if (source.filter(Ownership.ByBase.class::isInstance).isPresent()
                && !(owned.get(0) instanceof Ownership.ByBase)) {
            faults.add(refusal(from, to, walk)
                    + "  Base is in every image, so it must stand without features: move " + to
                    + " to base.modules, or let base find it as a service.");
            return false;
        }
        if (resolution.modules().containsKey(to) && !strangerToFallback(source, owned.get(0))) {
            return true;
        }
        faults.add(refusal(from, to, walk) + "  " + mend(source, owned.get(0), from, to));
        return false;
    }

    private static boolean strangerToFallback(Optional<Ownership> source, Ownership target) {
        return target instanceof Ownership.ByFallback
                && !(source.filter(Ownership.ByFallback.class::isInstance)
                        .flatMap(Ownership::feature)
                        .equals(target.feature()));
    }

    private String refusal(String from, String to, ModuleWalk walk) {
        return from + " requires " + to + " (" + (JarNeeds.isJar(from) ? "its POM" : "module-info") + "), but " + to
                + " is "
                + whose(owners.owners(to).get(0)) + ", "
                + state(to, owners.owners(to).get(0)) + ".\n  "
                + Asker.capital(asker.chain(walk.chain(from))) + ".\n";
    }

    private String whose(Ownership ownership) {
        return "of " + asker.owner(ownership);
    }

    private String state(String module, Ownership ownership) {
        String profile = resolution.profile().name() + " on " + resolution.platform();
        if (ownership instanceof Ownership.ByFallback) {
            return resolution.in().contains(ownership.feature().orElseThrow())
                    ? "which is in, so that its fallback is not in " + profile
                    : "which is not in " + profile;
        }
        if (resolution.modules().containsKey(module)) {
            return "which is in " + profile;
        }
        return resolution.in().contains(ownership.feature().orElseThrow())
                ? "which has another variant in " + profile
                : "which is not in " + profile;
    }

    private String mend(Optional<Ownership> source, Ownership target, String from, String to) {
        String feature = target.feature().orElseThrow();
        Set<String> mends = new TreeSet<>();
        Optional<String> asking = source.flatMap(Ownership::feature);
        if (target instanceof Ownership.ByFallback) {
            return "A fallback stands in for its feature and is reached by nobody else: let it be found as a service.";
        }
        if (source.filter(Ownership.ByFallback.class::isInstance).isPresent()
                && asking.filter(feature::equals).isPresent()) {
            return "A fallback is in when its feature is out, so it must not reach the feature's own modules.";
        }
        if (resolution.in().contains(feature)) {
            return "Only the variant that fits the platform is in: let " + to + " be found as a service.";
        }
        asking.ifPresent(name -> mends.add(requiring.mend(name, feature)));
        mends.add(
                JarNeeds.isJar(from)
                        ? "where " + from + " works without it, say so in the POM (<optional>true</optional>)"
                        : "make the use optional in code ('requires static', or a service)");
        return Asker.capital(String.join("; or ", mends)) + ".";
    }
}
