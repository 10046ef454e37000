package io.whittle.assembler.audit;

import io.whittle.graph.analysis.Severity;

import java.util.Locale;

/** What can be found when code is held against the catalogue. Names are stable: locks, reports and suppressions spell them. */
public enum AuditCode {
    /** A feature uses another that nothing it requires brings in. */
    UNDECLARED_REQUIREMENT(Severity.ERROR, "a feature uses another that it does not require"),
    /** A feature uses another that comes only since a third one requires it. */
    INDIRECT_REQUIREMENT(Severity.INFO, "a requirement is met only through another feature's"),
    /** A requirement for which the code shows no use. */
    UNUSED_REQUIREMENT(Severity.INFO, "a requirement is declared and the code shows no use"),
    /** A requirement whose every use would bear its absence. */
    OPTIONAL_REQUIREMENT(Severity.WARNING, "every use of a required feature is optional"),
    /** A feature uses another where it is there, and does not say so. */
    UNDECLARED_OPTIONAL_USE(Severity.WARNING, "an optional use is not declared"),
    /** A service is needed, and every provider of it that there is has been left out. */
    SERVICE_WITHOUT_PROVIDER(Severity.ERROR, "every provider of a service that is needed is left out"),
    /** A provider is in, and nothing asks for its service. */
    UNUSED_PROVIDER(Severity.INFO, "nothing in the image asks for a provider"),
    /** The JDK module that answers is not in the image. */
    MISSING_JDK_MODULE(Severity.ERROR, "a module of the JDK is needed and not in the image"),
    /** The JDK module that answers is not in the image, and the code goes on without. */
    OPTIONAL_JDK_MODULE(Severity.INFO, "a module of the JDK is used where it is there, and is not in the image"),
    /** A feature is available on a platform on which another that it uses is not. */
    UNAVAILABLE_USE(Severity.ERROR, "a feature is used where it is not available"),
    /** A module of the project that is in no image whatever is asked for. */
    ORPHAN_MODULE(Severity.WARNING, "a module belongs to no feature and nothing reaches it"),
    /** A jar of others that provides a service which images know, and is in none of them. */
    STRAY_PROVIDER(Severity.INFO, "a jar that no image has provides a service that images know"),
    /** Two are in that provide what one at most may. */
    SEVERAL_EXCLUSIVE_PROVIDERS(Severity.ERROR, "two provide what one at most may"),
    /** What is loaded is known only at run time. */
    UNDECIDABLE_USE(Severity.INFO, "what is loaded is known only at run time");

    private final Severity severity;
    private final String title;

    AuditCode(Severity severity, String title) {
        this.severity = severity;
        this.title = title;
    }

    /** How much it weighs. */
    public Severity severity() {
        return severity;
    }

    /** What it is about, a clause. */
    public String title() {
        return title;
    }

    /** {@code undeclared-requirement}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
