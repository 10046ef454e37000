package io.whittle.graph.analysis;

import java.util.Locale;

/** What kinds of findings there are; docs/validate.md has each of them. */
public enum Code {
    /** What base needs cannot be in. */
    BASE_UNMET(Severity.ERROR),
    /** A profile cannot be had on one of its platforms. */
    PROFILE_UNMET(Severity.ERROR),
    /** A feature is available and can never be in all the same. */
    DEAD_FEATURE(Severity.ERROR),
    /** A feature is available on no platform that was looked at. */
    UNAVAILABLE_FEATURE(Severity.WARNING),
    /** A feature is available by its own word, and something it needs is not. */
    UNAVAILABLE_THROUGH(Severity.INFO),
    /** A feature is in whatever a profile says. */
    ALWAYS_IN(Severity.INFO),
    /** No profile brings a feature in. */
    UNUSED_FEATURE(Severity.INFO),
    /** Features require one another. */
    REQUIRES_CIRCLE(Severity.INFO),
    /** A requirement follows from others; a feature that uses another itself may well say so all the same. */
    IMPLIED_REQUIREMENT(Severity.INFO),
    /** A recommended feature can never come along. */
    DEAD_RECOMMENDATION(Severity.WARNING),
    /** The features that would bring another are never in together. */
    DEAD_AUTO(Severity.WARNING),
    /** A feature that may be there is always there. */
    ALWAYS_PRESENT(Severity.WARNING),
    /** A capability is needed where nobody provides it. */
    NO_PROVIDER(Severity.WARNING),
    /** Nobody needs a capability. */
    UNNEEDED_CAPABILITY(Severity.INFO),
    /** A profile chooses a provider of something that nobody needs. */
    UNNEEDED_CHOICE(Severity.WARNING),
    /** A profile asks for features, and for none of them on one of its platforms. */
    ASKS_NOTHING(Severity.WARNING),
    /** A profile is made for no platform. */
    NO_PLATFORM(Severity.WARNING),
    /** No feature names a check. */
    UNUSED_CHECK(Severity.WARNING),
    /** A warning of the catalogue's reader. */
    READING(Severity.WARNING);

    private final Severity severity;

    Code(Severity severity) {
        this.severity = severity;
    }

    /** Stable, in kebab case. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** How much it weighs, where the observation itself does not say otherwise. */
    public Severity severity() {
        return severity;
    }
}
