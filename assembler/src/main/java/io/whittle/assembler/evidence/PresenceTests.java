package io.whittle.assembler.evidence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * For what the methods of one class test before a place: modules and classes, by their names. What a method that returns a boolean tests,
 * they do who ask it; what is tested before a static field gets its boolean, they do who ask the field; what is tested where a lambda is
 * made holds in the lambda.
 */
final class PresenceTests {
    /** The names of the methods with which one tests, by their hashes. */
    static final Set<Long> BY = Set.of(NameHash.of("findModule"), NameHash.of("forName"));

    /** Where static fields get what they hold. */
    static final String INITIALIZER = "<clinit>()V";

    private final Map<String, OfMethod> methods = new HashMap<>();

    /** By static field: the part of the initializer that makes what it holds. */
    private final Map<String, Part> fields = new HashMap<>();

    private final Map<String, Site> lambdas = new HashMap<>();
    private boolean some;

    private record Test(String name, int at) {}

    private record Part(int from, int to) {
        boolean has(int at) {
            return from < at && at <= to;
        }
    }

    private record Site(String method, int at) {}

    /** Takes what is tested in one method, each with its place. */
    final class OfMethod {
        private final String method;
        private final List<Test> tests = new ArrayList<>();
        private final List<Site> asked = new ArrayList<>();
        private int held = -1;

        private OfMethod(String method) {
            this.method = method;
        }

        void test(String name, int at) {
            tests.add(new Test(name, at));
            some = true;
        }

        /** Takes that a static field of the class gets a boolean. */
        void hold(String field, int at) {
            if (method.equals(INITIALIZER)) {
                int from = held;
                fields.merge(field, new Part(from, at), (first, last) -> new Part(first.from(), at));
                held = at;
            }
        }

        /** Takes that a method of the class is called which returns a boolean, or a static field asked. */
        void ask(String other, int at) {
            asked.add(new Site(other, at));
        }

        void make(String lambda, int at) {
            lambdas.put(lambda, new Site(method, at));
        }
    }

    /** For a method, by name and descriptor. */
    OfMethod of(String method) {
        return methods.computeIfAbsent(method, OfMethod::new);
    }

    /** What has been tested for where a method has come to a place; all methods have been read. */
    List<String> before(String method, int at) {
        if (!some) {
            return List.of();
        }
        Set<String> names = new TreeSet<>();
        add(new Site(method, at), names, new HashSet<>());
        return List.copyOf(names);
    }

    private void add(Site site, Set<String> names, Set<String> seen) {
        OfMethod method = methods.get(site.method());
        if (method == null || !seen.add(site.method())) {
            return;
        }
        method.tests.stream().filter(test -> test.at() <= site.at()).forEach(test -> names.add(test.name()));
        for (Site asked : method.asked) {
            if (asked.at() <= site.at()) {
                answer(asked.method(), names);
            }
        }
        if (lambdas.containsKey(site.method())) {
            add(lambdas.get(site.method()), names, seen);
        }
    }

    /** Adds what a method, or a field, tells of. */
    private void answer(String asked, Set<String> names) {
        Part part = fields.get(asked);
        if (part == null) {
            List<Test> tests = methods.containsKey(asked) ? methods.get(asked).tests : List.of();
            tests.forEach(test -> names.add(test.name()));
            return;
        }
        OfMethod initializer = methods.get(INITIALIZER);
        initializer.tests.stream().filter(test -> part.has(test.at())).forEach(test -> names.add(test.name()));
        initializer.asked.stream()
                .filter(site -> part.has(site.at()) && !fields.containsKey(site.method()))
                .forEach(site -> answer(site.method(), names));
    }
}
