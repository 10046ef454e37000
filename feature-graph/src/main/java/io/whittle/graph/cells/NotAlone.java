package io.whittle.graph.cells;

import io.whittle.graph.catalog.Platform;

import java.util.List;

/**
 * A public feature of which a platform has no image, whatever else is in it or not.
 *
 * @param feature its name
 * @param platform where it cannot be
 * @param faults why, with places
 */
public record NotAlone(String feature, Platform platform, List<String> faults) {
    public NotAlone {
        faults = List.copyOf(faults);
    }
}
