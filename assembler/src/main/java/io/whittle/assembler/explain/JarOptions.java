package io.whittle.assembler.explain;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.function.Function;

/** Looks for the requirements of jars that keep a module out once they are optional, with every feature in. */
final class JarOptions {
    /** Requirements that are cut: from one, to another. */
    private final Set<List<String>> cut = new LinkedHashSet<>();

    private final SortedSet<JarOption> options = new TreeSet<>();
    private final JarRequires jars;

    private JarOptions(JarRequires jars) {
        this.jars = jars;
    }

    /**
     * Those nearest to the module; none where some way has no jar that can do without what it requires.
     *
     * @param ways into the image, as it is
     * @param reach the ways that are left where some requirements are not followed
     */
    static List<JarOption> of(
            JarRequires jars, List<ModuleWay> ways, Function<BiPredicate<String, String>, List<ModuleWay>> reach) {
        JarOptions search = new JarOptions(jars);
        List<ModuleWay> left = ways;
        while (!left.isEmpty()) {
            if (!left.stream().allMatch(search::cut)) {
                return List.of();
            }
            left = reach.apply((from, to) -> search.cut.contains(List.of(from, to)));
        }
        return List.copyOf(search.options);
    }

    private boolean cut(ModuleWay way) {
        List<String> chain = way.modules();
        for (int last = chain.size() - 2; last >= 0; last--) {
            String from = chain.get(last);
            String to = chain.get(last + 1);
            Optional<String> artifact = jars.optionalIn(from, to);
            if (artifact.isPresent()) {
                options.add(new JarOption(artifact.get(), to));
                cut.add(List.of(from, to));
                return true;
            }
        }
        return false;
    }

    /** The lines that say so in a catalogue, below {@code artifacts}. */
    static List<String> lines(List<JarOption> options) {
        Map<String, Set<String>> byArtifact = new LinkedHashMap<>();
        options.forEach(option -> byArtifact
                .computeIfAbsent(option.artifact(), none -> new LinkedHashSet<>())
                .add(option.module()));
        return byArtifact.entrySet().stream()
                .map(entry -> entry.getKey() + ": {optional: [" + String.join(", ", entry.getValue()) + "]}")
                .toList();
    }
}
