package io.whittle.assembler.goal;

import io.whittle.graph.catalog.IllegalPlatformException;
import io.whittle.graph.catalog.Platform;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What runs the images of other platforms. */
final class Runners {
    private Runners() {}

    /**
     * By platform. The machine's own platform is not among them: one pom serves builds on machines of either kind.
     *
     * @param named by platform, spelt with hyphens
     */
    static SortedMap<Platform, List<String>> of(Map<String, List<String>> named) throws GoalException {
        SortedMap<Platform, List<String>> runners = new TreeMap<>();
        List<String> faults = new ArrayList<>();
        named.forEach((text, words) -> {
            try {
                Platform platform = Platform.parse(text.replace('-', '/'));
                if (!platform.equals(Platform.host())) {
                    runners.put(platform, words);
                }
            } catch (IllegalPlatformException wrong) {
                faults.add("runners names the platform '" + text + "': " + wrong.getMessage() + ".");
            }
        });
        if (!faults.isEmpty()) {
            throw new GoalException(faults);
        }
        return runners;
    }
}
