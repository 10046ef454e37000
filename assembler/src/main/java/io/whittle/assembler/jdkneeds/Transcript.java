package io.whittle.assembler.jdkneeds;

import io.whittle.assembler.fresh.ContentHash;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a JDK said, run by run: each run with all of its modules or with few. A line is a fact, its first word says of what:
 *
 * <pre>
 * suite name                      a cipher suite of TLS
 * locale tag                      a locale that data exists for
 * provider module name            a security provider, the preferred first; its services and aliases follow
 * service type algorithm modes paddings
 * alias type alias algorithm
 * charset module name             a line for each alias as well
 * filesystem module scheme
 * naming module scheme            a URL that JNDI follows
 * random module algorithm
 * random-default module
 * candidate module likely|other   a module that provides a service of java.base
 * </pre>
 *
 * @param runs facts, by the modules of the run as they were given to the JVM; {@link #ALL} for all
 */
record Transcript(Map<String, List<List<String>>> runs) {
    static final String ALL = "ALL-SYSTEM";

    private static final String FIRST = "whittle interview 1";
    private static final String RUN = "run\t";

    Transcript {
        Map<String, List<List<String>>> copy = new LinkedHashMap<>();
        runs.forEach((modules, facts) ->
                copy.put(modules, facts.stream().map(List::copyOf).toList()));
        runs = Collections.unmodifiableMap(copy);
    }

    /** The words behind the first one, of the facts that start with it, in the order in which they were told. */
    List<List<String>> facts(String run, String first) {
        return runs.getOrDefault(run, List.of()).stream()
                .filter(words -> words.get(0).equals(first))
                .map(words -> words.subList(1, words.size()))
                .toList();
    }

    /** To be kept, closed by a hash. */
    String text() {
        List<String> lines = new ArrayList<>(List.of(FIRST));
        runs.forEach((modules, facts) -> {
            lines.add(RUN + modules);
            facts.forEach(words -> lines.add(String.join("\t", words)));
        });
        String body = String.join("\n", lines);
        return body + "\n" + end(body) + "\n";
    }

    /** Of a kept text; empty when it is not whole. */
    static Optional<Transcript> parse(String text) {
        int last = text.lastIndexOf('\n', text.length() - 2);
        if (last < 0 || !text.equals(text.substring(0, last) + "\n" + end(text.substring(0, last)) + "\n")) {
            return Optional.empty();
        }
        List<String> lines = text.substring(0, last).lines().toList();
        if (!lines.get(0).equals(FIRST)) {
            return Optional.empty();
        }
        Map<String, List<List<String>>> runs = new LinkedHashMap<>();
        List<List<String>> facts = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            if (line.startsWith(RUN)) {
                facts = new ArrayList<>();
                runs.put(line.substring(RUN.length()), facts);
            } else {
                facts.add(words(line));
            }
        }
        return Optional.of(new Transcript(runs));
    }

    /** The words of a line; some are empty. */
    static List<String> words(String line) {
        return List.of(line.split("\t", -1));
    }

    private static String end(String body) {
        return "end " + ContentHash.of(body);
    }
}
