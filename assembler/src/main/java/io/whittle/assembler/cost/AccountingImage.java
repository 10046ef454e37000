package io.whittle.assembler.cost;

import io.whittle.assembler.plan.ClassArchive;
import io.whittle.assembler.plan.ImagePlan;
import io.whittle.assembler.plan.ImageSettings;
import io.whittle.assembler.plan.PlannedJar;
import io.whittle.assembler.plan.PlannedModule;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The one image in which everything of several is weighed. */
final class AccountingImage {
    private AccountingImage() {}

    /**
     * The plan of it, made with the options of the images; empty where two of them have another module of one name. Whether features
     * may be in together does not count for jlink.
     */
    static Optional<ImagePlan> of(List<ImagePlan> plans) {
        SortedMap<String, PlannedModule> modules = new TreeMap<>();
        Map<String, PlannedJar> classPath = new LinkedHashMap<>();
        SortedSet<String> keepsForeign = new TreeSet<>();
        for (ImagePlan plan : plans) {
            for (PlannedModule module : plan.modules().values()) {
                PlannedModule other = modules.putIfAbsent(module.name(), module);
                if (other != null && !Accounting.key(other).equals(Accounting.key(module))) {
                    return Optional.empty();
                }
            }
            for (PlannedJar jar : plan.classPath()) {
                PlannedJar other = classPath.putIfAbsent(jar.file(), jar);
                if (other != null && !Accounting.key(other).equals(Accounting.key(jar))) {
                    return Optional.empty();
                }
            }
            keepsForeign.addAll(plan.keepsForeign());
        }
        ImagePlan first = plans.get(0);
        return Optional.of(new ImagePlan(
                first.profile(),
                first.platform(),
                first.jdk(),
                modules,
                List.copyOf(classPath.values()),
                List.of(),
                keepsForeign,
                settings(plans),
                List.of(),
                List.of(),
                List.of()));
    }

    /** Those of the images; locales are chosen where there are any to choose from. */
    static ImageSettings settings(List<ImagePlan> plans) {
        ImageSettings settings = plans.stream()
                .map(ImagePlan::settings)
                .filter(each -> !each.locales().isEmpty())
                .findFirst()
                .orElse(plans.get(0).settings());
        return new ImageSettings(settings.compress(), settings.strip(), settings.locales(), ClassArchive.NONE);
    }
}
