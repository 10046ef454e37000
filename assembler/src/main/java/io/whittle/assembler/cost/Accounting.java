package io.whittle.assembler.cost;

import io.whittle.assembler.link.LauncherBytes;
import io.whittle.assembler.plan.ImagePlan;
import io.whittle.assembler.plan.PlannedJar;
import io.whittle.assembler.plan.PlannedModule;

import java.io.IOException;
import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What modules and jars take in images of one platform and one JDK that are made with the same options, measured in one that was linked. jlink
 * packs each resource by itself, so that an image is the sum of its parts.
 *
 * @param fixed what every image has, whatever is in it
 * @param parts by what is linked, see {@link #key(PlannedModule)}
 */
public record Accounting(Weight fixed, SortedMap<String, Weight> parts) {
    public Accounting {
        parts = Collections.unmodifiableSortedMap(new TreeMap<>(parts));
    }

    /** What an image comes to, without an archive of classes. Linear in its modules and jars. */
    public Weight of(ImagePlan plan) throws IOException {
        long launchers = LauncherBytes.of(plan);
        // Scripts of some hundred bytes: about half of it is left.
        Weight sum = fixed.plus(new Weight(launchers, launchers / 2));
        for (String key : keys(plan)) {
            sum = sum.plus(part(key));
        }
        return sum;
    }

    Weight of(PlannedModule module) {
        return part(key(module));
    }

    Weight of(PlannedJar jar) {
        return part(key(jar));
    }

    /** Whether all of an image has been measured. */
    boolean covers(ImagePlan plan) {
        return parts.keySet().containsAll(keys(plan));
    }

    /** Everything of both; what both have, as the other has it. */
    Accounting with(Accounting other) {
        SortedMap<String, Weight> all = new TreeMap<>(parts);
        all.putAll(other.parts);
        return new Accounting(other.fixed, all);
    }

    /** The parts of an image. */
    static SortedSet<String> keys(ImagePlan plan) {
        SortedSet<String> keys = new TreeSet<>();
        Stream.concat(
                        plan.modules().values().stream().map(Accounting::key),
                        plan.classPath().stream().map(Accounting::key))
                .forEach(keys::add);
        return keys;
    }

    /** What tells a module from others of its name: what is linked. */
    static String key(PlannedModule module) {
        if (module.source() instanceof PlannedModule.FromPath found) {
            return module.name() + "@"
                    + found.copy().map(PlannedModule.Copy::key).orElse(found.sha256());
        }
        return module.name();
    }

    static String key(PlannedJar jar) {
        return "classpath:" + jar.file() + "@" + jar.sha256();
    }

    private Weight part(String key) {
        return parts.getOrDefault(key, Weight.NONE);
    }
}
