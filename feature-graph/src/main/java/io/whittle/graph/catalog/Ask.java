package io.whittle.graph.catalog;

import java.util.List;

/** How a check asks the image. */
public sealed interface Ask {
    /** Commands, one after the other; the first that does not answer as expected is the last. */
    record Steps(List<Step> steps) implements Ask {
        public Steps {
            steps = List.copyOf(steps);
        }
    }

    /**
     * A command, and what it must answer.
     *
     * @param words the first names a launcher of the image, or a command of the host
     * @param expect what it must answer
     */
    record Step(List<Template> words, Expectation expect) {
        public Step {
            words = List.copyOf(words);
        }
    }

    /**
     * A script of the project, which gets the image's folder in the variable {@code WHITTLE_IMAGE}.
     *
     * @param path below the catalogue's folder, with {@code /} between its parts; never absolute, never with {@code ..}
     * @param arguments in order
     * @param expect what it must answer
     */
    record Script(Mention path, List<Template> arguments, Expectation expect) implements Ask {
        public Script {
            arguments = List.copyOf(arguments);
        }
    }

    /**
     * A JUnit class of the project, which gets the image's folder in the system property {@code whittle.image}.
     *
     * @param type its full name
     */
    record Test(Mention type) implements Ask {}
}
