package io.whittle.graph.resolve;

import io.whittle.graph.catalog.PlatformCondition;

/** One change to what a profile says. */
public sealed interface Edit {
    /** The profile in whose text it is made. */
    String profile();

    /**
     * A word is taken out of {@code include}.
     *
     * @param word that asked for the feature
     */
    record LeaveOut(ProfileWord word) implements Edit {
        @Override
        public String profile() {
            return word.profile();
        }
    }

    /**
     * A word is taken out of {@code exclude}.
     *
     * @param word that ruled the feature out
     */
    record Admit(ProfileWord word) implements Edit {
        @Override
        public String profile() {
            return word.profile();
        }
    }

    /**
     * A word under {@code include} counts on fewer platforms.
     *
     * @param word that asked for the feature
     * @param when where it counts then
     */
    record Narrow(ProfileWord word, PlatformCondition when) implements Edit {
        @Override
        public String profile() {
            return word.profile();
        }
    }

    /** A feature is excluded. */
    record Exclude(String feature, String profile) implements Edit {}

    /** A feature is asked for by name. */
    record Ask(String feature, String profile) implements Edit {}

    /** A provider is chosen, in place of all that the profile chose for the capability before. */
    record Choose(String capability, String provider, String profile) implements Edit {}

    /**
     * A provider is taken out of what is chosen for a capability.
     *
     * @param choice that counted
     */
    record ChooseOther(Statement.Chooses choice) implements Edit {
        @Override
        public String profile() {
            return choice.profile();
        }
    }
}
