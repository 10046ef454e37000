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
final class ModuleClaims {
    private enum Kind {
        BASE,
        FEATURE,
        VARIANT,
        FALLBACK
    }

    /** Who claims modules: {@code feature} is empty for base alone. */
    private record Owner(Kind kind, Optional<String> feature, String words) {}

    private record Claim(Mention module, Owner owner) {}

    private final FeatureCatalog catalog;
    private final FaultLog faults;

    ModuleClaims(FeatureCatalog catalog, FaultLog faults) {
        this.catalog = catalog;
        this.faults = faults;
    }

    void check() {
        Map<String, Claim> owners = new HashMap<>();
        for (Claim claim : claims()) {
            Claim first = owners.putIfAbsent(claim.module().text(), claim);
            if (first != null && !shared(first.owner(), claim.owner())) {
                faults.meaning(claim.module().place(), message(first, claim));
            }
        }
    }

    private List<Claim> claims() {
        List<Claim> claims = new ArrayList<>();
        add(
                claims,
                new Owner(Kind.BASE, Optional.empty(), "base"),
                catalog.base().body().modules());
        for (Feature feature : catalog.features().values()) {
            String name = feature.name().text();
            Optional<String> of = Optional.of(name);
            add(claims, new Owner(Kind.FEATURE, of, name), feature.body().modules());
            for (int i = 0; i < feature.variants().size(); i++) {
                Owner variant = new Owner(Kind.VARIANT, of, "variant " + (i + 1) + " of " + name);
                add(claims, variant, feature.variants().get(i).body().modules());
            }
            add(claims, new Owner(Kind.FALLBACK, of, "the fallback of " + name), feature.fallback());
        }
        claims.sort(Comparator.comparing(claim -> claim.module().place()));
        return claims;
    }

    private static void add(List<Claim> claims, Owner owner, List<Mention> modules) {
        modules.forEach(module -> claims.add(new Claim(module, owner)));
    }

    private static boolean shared(Owner first, Owner second) {
        return first.kind() == Kind.VARIANT
                && second.kind() == Kind.VARIANT
                && first.feature().equals(second.feature())
                && !first.equals(second);
    }

    private String message(Claim first, Claim second) {
        String where = catalog.source().at(first.module().place());
        String module = "module " + second.module();
        if (first.owner().equals(second.owner())) {
            return module + " stands twice in " + second.owner().words() + ", first at " + where + "; remove one";
        }
        return module + " of " + second.owner().words() + " belongs to "
                + first.owner().words() + " already (" + where + "); " + advice(first.owner(), second.owner());
    }

    private static String advice(Owner first, Owner second) {
        if (first.kind() == Kind.BASE || second.kind() == Kind.BASE) {
            return "base is in every image: keep it in base alone, or remove it from base";
        }
        // A fallback requires nothing, and a feature does not require itself.
        boolean bothMayRequire = first.kind() != Kind.FALLBACK
                && second.kind() != Kind.FALLBACK
                && !first.feature().equals(second.feature());
        return "remove it from one of the two"
                + (bothMayRequire ? ", or make it a feature of its own that both require" : "");
    }
}
