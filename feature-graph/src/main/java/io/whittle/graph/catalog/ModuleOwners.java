package io.whittle.graph.catalog;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds modules that two parts of the catalogue claim. A module belongs to base, to one feature, or to one fallback;
 * only variants of one feature may share one, since no two of them are in at once.
 */
final class ModuleOwners {
    /** Who claims a module: {@code variantOf} names the feature when a variant does. */
    private record Claim(Mention module, String owner, Optional<String> variantOf) {}

    private final FeatureCatalog catalog;
    private final Faults faults;

    ModuleOwners(FeatureCatalog catalog, Faults faults) {
        this.catalog = catalog;
        this.faults = faults;
    }

    void check() {
        Map<String, Claim> owners = new HashMap<>();
        for (Claim claim : claims()) {
            Claim first = owners.putIfAbsent(claim.module().text(), claim);
            if (first != null && !shared(first, claim)) {
                faults.meaning(claim.module().place(), message(first, claim));
            }
        }
    }

    private List<Claim> claims() {
        List<Claim> claims = new ArrayList<>();
        catalog.base().body().modules().forEach(module -> claims.add(new Claim(module, "base", Optional.empty())));
        for (Feature feature : catalog.features().values()) {
            String name = feature.name().text();
            feature.body().modules().forEach(module -> claims.add(new Claim(module, name, Optional.empty())));
            for (int i = 0; i < feature.variants().size(); i++) {
                String owner = "variant " + (i + 1) + " of " + name;
                for (Mention module : feature.variants().get(i).body().modules()) {
                    claims.add(new Claim(module, owner, Optional.of(name)));
                }
            }
            String fallback = "the fallback of " + name;
            feature.fallback().forEach(module -> claims.add(new Claim(module, fallback, Optional.empty())));
        }
        claims.sort(Comparator.comparing(claim -> claim.module().place()));
        return claims;
    }

    private static boolean shared(Claim first, Claim second) {
        return first.variantOf().isPresent()
                && first.variantOf().equals(second.variantOf())
                && !first.owner().equals(second.owner());
    }

    private String message(Claim first, Claim second) {
        String where = catalog.source().at(first.module().place());
        String module = "module " + second.module();
        if (first.owner().equals(second.owner())) {
            return module + " stands twice in " + second.owner() + ", first at " + where + "; remove one";
        }
        return module + " of " + second.owner() + " belongs to " + first.owner() + " already (" + where
                + "); remove it from one of the two, or make it a feature of its own that both require";
    }
}
