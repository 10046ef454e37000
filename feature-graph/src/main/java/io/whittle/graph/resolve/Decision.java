package io.whittle.graph.resolve;

import java.util.function.Supplier;

/** That a feature is in or out, and why. */
public sealed interface Decision {
    /** The feature. */
    String feature();

    /** Why. The reason of a feature that is out is made when it is asked for, in time linear in its chain. */
    Reason reason();

    /** Whether the feature is in the image. */
    default boolean isIn() {
        return this instanceof In;
    }

    /** The feature is in. */
    record In(String feature, Reason.In reason) implements Decision {}

    /** The feature is out. */
    final class Out implements Decision {
        private final String feature;
        private final Supplier<Reason.Out> reason;

        Out(String feature, Supplier<Reason.Out> reason) {
            this.feature = feature;
            this.reason = reason;
        }

        @Override
        public String feature() {
            return feature;
        }

        @Override
        public Reason.Out reason() {
            return reason.get();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Out out && feature.equals(out.feature) && reason().equals(out.reason());
        }

        @Override
        public int hashCode() {
            return feature.hashCode();
        }

        @Override
        public String toString() {
            return "Out[feature=" + feature + ", reason=" + reason() + "]";
        }
    }
}
