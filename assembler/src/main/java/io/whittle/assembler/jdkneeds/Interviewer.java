package io.whittle.assembler.jdkneeds;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Asks a JDK. Some answers name their module. Others only show when a module is missing (the locales that have data, the
 * cipher suites of TLS): the JDK runs with java.base alone, and then with one module more at a time, until everything that
 * was missing has come back or no module is left to try.
 */
final class Interviewer {
    static final String BASE = "java.base";

    private static final Set<String> COMPARED = Set.of("suite", "locale");

    private final JdkRun jdk;
    private final Map<String, List<List<String>>> runs = new LinkedHashMap<>();

    private Interviewer(JdkRun jdk) {
        this.jdk = jdk;
    }

    /** Four runs as a rule, about a third of a second each. */
    static Transcript ask(Path home, Duration limit) throws UnaskableException, IOException, InterruptedException {
        try (InterviewClass laid = InterviewClass.laidDown()) {
            Interviewer interviewer = new Interviewer(new JdkRun(home, laid.folder(), limit));
            interviewer.run();
            return new Transcript(interviewer.runs);
        }
    }

    private void run() throws UnaskableException, IOException, InterruptedException {
        run(Transcript.ALL, List.of("--add-modules", Transcript.ALL), List.of("everything"));
        Set<List<String>> missing = compared(Transcript.ALL);
        runWith(BASE);
        missing.removeAll(compared(BASE));
        for (String module : candidates()) {
            if (missing.isEmpty()) {
                return;
            }
            String modules = BASE + "," + module;
            runWith(modules);
            missing.removeAll(compared(modules));
        }
    }

    private void runWith(String modules) throws UnaskableException, IOException, InterruptedException {
        run(modules, List.of("--limit-modules", modules), List.of());
    }

    private void run(String name, List<String> options, List<String> arguments)
            throws UnaskableException, IOException, InterruptedException {
        List<List<String>> facts =
                jdk.lines(options, arguments).stream().map(Transcript::words).toList();
        if (facts.stream().noneMatch(words -> words.get(0).equals("locale"))) {
            throw new UnaskableException(
                    "runs something else when it is asked: it names no locale, and every Java has one");
        }
        runs.put(name, facts);
    }

    private Set<List<String>> compared(String run) {
        Set<List<String>> facts = new HashSet<>();
        runs.get(run).stream().filter(words -> COMPARED.contains(words.get(0))).forEach(facts::add);
        return facts;
    }

    private List<String> candidates() {
        List<List<String>> all = new Transcript(runs).facts(Transcript.ALL, "candidate");
        return Stream.of("likely", "other")
                .flatMap(how -> all.stream()
                        .filter(words -> words.get(1).equals(how))
                        .map(words -> words.get(0))
                        .sorted())
                .filter(module -> !module.equals(BASE))
                .distinct()
                .toList();
    }
}
