package io.whittle.graph.resolve;

import java.util.List;

/**
 * Who was brought in because a capability is needed.
 *
 * @param capability the capability
 * @param provider the feature that was brought in
 * @param by why this one
 * @param passedOver providers the catalogue prefers to it, in its order
 */
public record ProviderChoice(String capability, String provider, By by, List<String> passedOver) {
    /** Why a provider was taken. */
    public enum By {
        /** The profile chooses it. */
        PROFILE,
        /** The catalogue prefers it among those that can be in beside what is excluded and not available. */
        PREFERENCE,
        /** It is in anyway, for another reason, so that none before it is needed. */
        ANYWAY,
        /** One that the catalogue prefers would clash with something else. */
        CLASH
    }

    public ProviderChoice {
        passedOver = List.copyOf(passedOver);
    }
}
