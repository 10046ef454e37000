package io.whittle.assembler.goal;

import io.whittle.assembler.evidence.AskedByModule;
import io.whittle.assembler.evidence.Grade;
import io.whittle.assembler.jdkneeds.JdkAnswers;
import io.whittle.assembler.jdkneeds.JdkInquiry;
import io.whittle.assembler.modules.ApplicationModule;
import io.whittle.assembler.modules.ModuleIndex;
import io.whittle.assembler.modules.ModuleRequires;
import io.whittle.assembler.modules.TargetJdk;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What code asks of the JDK by name, and which of its modules answer.
 *
 * @param asked by whom, and where
 * @param answers empty where nothing is asked, or nobody could be asked
 * @param notAsked why nobody could be, a sentence without its end that names no machine
 */
record JdkNeeds(List<AskedByModule> asked, Optional<JdkAnswers> answers, Optional<String> notAsked) {
    JdkNeeds {
        asked = List.copyOf(asked);
    }

    /**
     * Asks the JDK what code asks of it, which takes seconds the first time that a JDK is asked on this machine.
     *
     * @param cache keeps what is known of JDKs
     */
    static JdkNeeds of(List<AskedByModule> asked, TargetJdk jdk, Path cache, Progress progress)
            throws IOException, InterruptedException {
        if (asked.isEmpty()) {
            return new JdkNeeds(asked, Optional.empty(), Optional.empty());
        }
        progress.say("asking JDK " + jdk.version() + " which of its modules answer what the code asks by name");
        JdkInquiry inquiry = JdkInquiry.of(jdk, Optional.of(cache.resolve("answers")));
        if (inquiry instanceof JdkInquiry.Told told) {
            told.standIn().ifPresent(standIn -> progress.warn("Needs of the JDK: " + standIn + "."));
            return new JdkNeeds(asked, Optional.of(told.answers()), Optional.empty());
        }
        JdkInquiry.Untold untold = (JdkInquiry.Untold) inquiry;
        progress.warn("Needs of the JDK are not looked at: " + untold.why() + ".\n  " + untold.mend() + ".");
        return new JdkNeeds(asked, Optional.empty(), Optional.of(untold.reason()));
    }

    /**
     * By the project's own module: modules of the JDK that its code, or that of its libraries, asks for, needs and does not reach. Each with
     * the first that asks for it, as it stands behind an entry of a catalogue.
     */
    SortedMap<String, SortedMap<String, String>> byOwnModule(ModuleIndex index, TargetJdk jdk) {
        ModuleRequires requires = new ModuleRequires(index, jdk);
        SortedMap<String, SortedMap<String, String>> needs = new TreeMap<>();
        index.modules().values().stream()
                .map(found -> found.get(0))
                .filter(module -> module.entry().own())
                .forEach(module -> {
                    SortedSet<String> reached = reached(module.name(), requires, index);
                    SortedMap<String, String> missing = new TreeMap<>();
                    asked.stream()
                            .filter(each -> reached.contains(each.module())
                                    && reached.contains(each.ask().by()))
                            .forEach(each -> answers(each).stream()
                                    .filter(answer -> !each.goesOnWithout(answer, jdk))
                                    .forEach(answer -> missing.merge(
                                            answer,
                                            because(each),
                                            (one, other) -> one.compareTo(other) <= 0 ? one : other)));
                    missing.keySet().removeAll(reached);
                    missing.remove("java.base");
                    needs.put(module.name(), missing);
                });
        return needs;
    }

    private Collection<String> answers(AskedByModule each) {
        return answers.<Collection<String>>map(known -> known.modulesFor(each.ask()))
                .orElse(List.of());
    }

    private static String because(AskedByModule asked) {
        return Grade.JDK.word() + ": " + asked.ask().text() + " in " + asked.place();
    }

    /** What a module reaches, but not through another of the project: what that asks for is its own affair. */
    private static SortedSet<String> reached(String module, ModuleRequires requires, ModuleIndex index) {
        SortedSet<String> reached = new TreeSet<>();
        Deque<String> queue = new ArrayDeque<>(List.of(module));
        while (!queue.isEmpty()) {
            String next = queue.remove();
            boolean isOther = !next.equals(module)
                    && index.find(next)
                            .map(ApplicationModule::entry)
                            .filter(entry -> entry.own())
                            .isPresent();
            if (!isOther && reached.add(next)) {
                queue.addAll(requires.of(next));
            }
        }
        return reached;
    }
}
