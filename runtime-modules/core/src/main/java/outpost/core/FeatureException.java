package outpost.core;

import outpost.core.log.Causes;

/** A node cannot be started because of one of its features. */
public final class FeatureException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String feature;

    FeatureException(String feature, Throwable cause) {
        super("feature " + feature + " could not start: " + Causes.text(cause), cause);
        this.feature = feature;
    }

    FeatureException(String feature, String problem) {
        super("feature " + feature + " " + problem);
        this.feature = feature;
    }

    public String feature() {
        return feature;
    }
}
