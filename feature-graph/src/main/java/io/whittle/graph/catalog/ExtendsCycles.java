package io.whittle.graph.catalog;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds profiles that extend themselves, straight or through others. Linear: a profile has one parent. */
final class ExtendsCycles {
    private final FeatureCatalog catalog;
    private final FaultLog faults;

    ExtendsCycles(FeatureCatalog catalog, FaultLog faults) {
        this.catalog = catalog;
        this.faults = faults;
    }

    void check() {
        Set<String> done = new HashSet<>();
        for (Profile start : catalog.profiles().values()) {
            List<Profile> way = new ArrayList<>();
            Set<String> onTheWay = new HashSet<>();
            Profile at = start;
            while (at != null
                    && !done.contains(at.name().text())
                    && onTheWay.add(at.name().text())) {
                way.add(at);
                at = at.parent()
                        .map(parent -> catalog.profiles().get(parent.text()))
                        .orElse(null);
            }
            if (at != null && onTheWay.contains(at.name().text())) {
                cycle(way.subList(way.indexOf(at), way.size()));
            }
            done.addAll(onTheWay);
        }
    }

    private void cycle(List<Profile> members) {
        Profile first = members.stream()
                .min(Comparator.comparing(profile -> profile.name().place()))
                .orElseThrow();
        Place place = first.parent().orElseThrow().place();
        String name = first.name().text();
        if (members.size() == 1) {
            faults.meaning(place, "profile " + name + " extends itself; remove 'extends', or name another profile");
            return;
        }
        StringBuilder circle = new StringBuilder(name);
        int begin = members.indexOf(first);
        for (int i = 1; i <= members.size(); i++) {
            circle.append(" extends ")
                    .append(members.get((begin + i) % members.size()).name());
        }
        faults.meaning(
                place, "profiles extend each other in a circle: " + circle + "; remove 'extends' from one of them");
    }
}
