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
 * they do who ask it; what is tested where a lambda is made holds in the lambda.
 */
final class PresenceTests {
    /** The names of the methods with which one tests, by their hashes. */
    static final Set<Long> BY = Set.of(NameHash.of("findModule"), NameHash.of("forName"));

    private final Map<String, OfMethod> methods = new HashMap<>();
    private final Map<String, Site> lambdas = new HashMap<>();
    private boolean some;

    private record Test(String name, int at) {}

    private record Site(String method, int at) {}

    /** Takes what is tested in one method, each with its place. */
    final class OfMethod {
        private final String method;
        private final List<Test> tests = new ArrayList<>();
        private final List<Site> asked = new ArrayList<>();

        private OfMethod(String method) {
            this.method = method;
        }

        void test(String name, int at) {
            tests.add(new Test(name, at));
            some = true;
        }

        /** Takes that a method of the class is called which returns a boolean. */
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
            if (asked.at() <= site.at() && methods.containsKey(asked.method())) {
                methods.get(asked.method()).tests.forEach(test -> names.add(test.name()));
            }
        }
        if (lambdas.containsKey(site.method())) {
            add(lambdas.get(site.method()), names, seen);
        }
    }
}
