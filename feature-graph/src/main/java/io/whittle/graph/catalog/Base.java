package io.whittle.graph.catalog;

import java.util.List;

/**
 * What is always in, whatever the profile.
 *
 * @param body its modules, artifacts, modules of the JDK and requirements
 * @param dynamic uses that no bytecode shows
 */
public record Base(FeatureBody body, List<DynamicUse> dynamic) {
    /** An absent base. */
    public static final Base EMPTY = new Base(FeatureBody.EMPTY, List.of());

    public Base {
        dynamic = List.copyOf(dynamic);
    }
}
