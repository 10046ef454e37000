package io.whittle.assembler.init;

import io.whittle.assembler.init.Sketch.Edge;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** From what code uses to a first catalogue: a feature for each module, and edges where the code has them. */
public final class Sketcher {
    private final InitInput input;
    private final Listing listing;
    private final Ties ties;
    private final Groups groups;
    private final Programs programs;
    private final SortedSet<String> base;
    private final SortedMap<String, String> features = new TreeMap<>();
    private final Choices choices;

    private Sketcher(InitInput input) throws IOException {
        this.input = input;
        this.listing = new Listing(input);
        this.ties = new Ties(listing);
        this.groups = new Groups(listing, ties);
        this.programs = new Programs(input.index());
        this.base = new BaseGroups(groups, ties, programs.modules()).choose();
        name();
        this.choices = new Choices(listing, groups, base, features);
    }

    /**
     * Sketches. Reads the class files of the project's own modules for main classes, and is quadratic in the number of these
     * modules.
     *
     * @throws IOException when a jar or folder cannot be read
     */
    public static Sketch sketch(InitInput input) throws IOException {
        return new Sketcher(input).sketch();
    }

    /** Features are named after what tells their first modules apart. */
    private void name() {
        List<List<String>> own = Listing.own(input.index()).stream()
                .map(module -> List.of(module.split("\\.")))
                .toList();
        int common = Spelling.common(own);
        Names names = new Names(Set.of());
        for (String head : groups.heads()) {
            if (!base.contains(head)) {
                List<String> words = List.of(head.split("\\."));
                boolean shares = own.contains(words);
                String name = names.take(words, shares ? words.size() - common : words.size());
                groups.members(head).forEach(module -> features.put(module, name));
            }
        }
    }

    private Sketch sketch() {
        List<Sketch.Part> parts = groups.heads().stream()
                .filter(head -> !base.contains(head))
                .map(head -> part(features.get(head), groups.members(head)))
                .sorted(Comparator.comparing(Sketch.Part::name))
                .toList();
        return new Sketch(
                input.name(),
                part("base", baseModules()),
                parts,
                choices.all(),
                programs.launchers(features),
                minimal(parts));
    }

    private Sketch.Part part(String name, SortedSet<String> modules) {
        SortedMap<String, Reason> requires = new TreeMap<>();
        SortedMap<String, Reason> ifPresent = new TreeMap<>();
        List<Edge> circle = new ArrayList<>();
        for (String module : modules) {
            groups.needed(module).forEach((to, why) -> {
                if (features.containsKey(to) && !modules.contains(to)) {
                    requires.merge(features.get(to), why, Reason::stronger);
                } else if (groups.head(module).equals(groups.head(to))) {
                    circle.add(new Edge(module + " -> " + to, why.toString()));
                }
            });
            ties.optional(module).forEach((to, why) -> {
                // What is always there needs no word.
                boolean always = groups.head(module).equals(groups.head(to))
                        || groups.reaches(groups.head(module), groups.head(to));
                if (features.containsKey(to) && !always) {
                    ifPresent.merge(features.get(to), why, Reason::stronger);
                }
            });
        }
        return new Sketch.Part(
                name,
                List.copyOf(modules),
                jdkModules(modules),
                edges(requires),
                choices.needs(modules),
                edges(ifPresent),
                circle);
    }

    private SortedSet<String> baseModules() {
        return base.stream()
                .flatMap(head -> groups.members(head).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Edge> edges(SortedMap<String, Reason> reasons) {
        return reasons.entrySet().stream()
                .map(entry -> new Edge(entry.getKey(), entry.getValue().toString()))
                .toList();
    }

    /** What base names, or a feature that is required, need not be named again. */
    private List<Edge> jdkModules(SortedSet<String> modules) {
        SortedMap<String, String> answers = answers(modules);
        SortedSet<String> ofBase = baseModules();
        if (!modules.equals(ofBase)) {
            answers.keySet().removeAll(answers(ofBase).keySet());
        }
        groups.heads().stream()
                .filter(other -> !base.contains(other) && !modules.contains(other))
                .filter(other -> modules.stream().anyMatch(module -> groups.reaches(groups.head(module), other)))
                .forEach(other -> answers.keySet()
                        .removeAll(answers(groups.members(other)).keySet()));
        return answers.entrySet().stream()
                .map(answer -> new Edge(answer.getKey(), answer.getValue()))
                .toList();
    }

    /** Each with the first reason by its text. */
    private SortedMap<String, String> answers(SortedSet<String> modules) {
        SortedMap<String, String> answers = new TreeMap<>();
        input.jdkModules().forEach((module, found) -> {
            if (listing.users(module).stream().anyMatch(modules::contains)) {
                found.forEach((answer, why) ->
                        answers.merge(answer, why, (one, other) -> one.compareTo(other) <= 0 ? one : other));
            }
        });
        return answers;
    }

    /** What can be started; where nothing can, the first that nobody requires. */
    private List<String> minimal(List<Sketch.Part> parts) {
        SortedSet<String> startable =
                programs.modules().stream().map(features::get).collect(Collectors.toCollection(TreeSet::new));
        if (!startable.isEmpty()) {
            return List.copyOf(startable);
        }
        Set<String> required = parts.stream()
                .flatMap(part -> part.requires().stream())
                .map(Edge::target)
                .collect(Collectors.toSet());
        Optional<String> first = parts.stream()
                .map(Sketch.Part::name)
                .filter(name -> !required.contains(name))
                .findFirst();
        return first.stream().toList();
    }
}
