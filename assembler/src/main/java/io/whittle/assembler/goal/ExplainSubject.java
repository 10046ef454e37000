package io.whittle.assembler.goal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is to be explained: one thing of one kind. */
public record ExplainSubject(Kind kind, String name) {
    /** Kinds of things that can be explained. */
    public enum Kind {
        /** A feature of the catalogue. */
        FEATURE("feature"),
        /** A module, of the project, its dependencies or the JDK. */
        MODULE("module"),
        /** An artifact, {@code group:artifact[:classifier]}. */
        ARTIFACT("artifact"),
        /** A feature's use of another, {@code feature:feature}; the first may be {@code base}. */
        EDGE("edge");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** As it is spelled in properties and documents. */
        public String word() {
            return word;
        }
    }

    /**
     * The one that is named.
     *
     * @throws GoalException when none is, or several are
     */
    public static ExplainSubject of(
            Optional<String> feature, Optional<String> module, Optional<String> artifact, Optional<String> edge)
            throws GoalException {
        List<ExplainSubject> named = new ArrayList<>();
        feature.ifPresent(name -> named.add(new ExplainSubject(Kind.FEATURE, name)));
        module.ifPresent(name -> named.add(new ExplainSubject(Kind.MODULE, name)));
        artifact.ifPresent(name -> named.add(new ExplainSubject(Kind.ARTIFACT, name)));
        edge.ifPresent(name -> named.add(new ExplainSubject(Kind.EDGE, name)));
        if (named.size() == 1) {
            return named.get(0);
        }
        throw new GoalException(List.of((named.isEmpty()
                        ? "Nothing is named that is to be explained."
                        : "Only one thing is explained at a time.")
                + "\n  Name one with -Dwhittle.feature=<name>, -Dwhittle.module=<name>,"
                + " -Dwhittle.artifact=<group>:<artifact>[:<classifier>] or -Dwhittle.edge=<feature>:<feature>."));
    }

    /** Whether it takes the module path to explain it. */
    public boolean needsModules() {
        return kind != Kind.FEATURE;
    }

    /** The document's name. */
    String file() {
        // Not every system has colons in the names of files.
        return kind.word() + "-" + name.replace(':', '-') + ".json";
    }
}
