package io.whittle.assembler.goal;

import java.util.List;
import java.util.Optional;

/**
 * What the goal that tells what features cost is asked.
 *
 * @param link which images
 * @param features that are asked about; none: all that a profile can name
 * @param format {@code tar.gz}, {@code tar.zst} or {@code zip}, of the archives that are transferred; empty for what is usual on the platform
 * @param exact whether every image is linked
 */
public record CostRequest(LinkRequest link, List<String> features, Optional<String> format, boolean exact) {
    public CostRequest {
        features = List.copyOf(features);
    }
}
