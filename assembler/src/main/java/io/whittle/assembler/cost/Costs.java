package io.whittle.assembler.cost;

import io.whittle.assembler.pack.ArchiveFormat;
import io.whittle.graph.catalog.Platform;

import java.util.List;
import java.util.Optional;

/**
 * What a profile's image costs on a platform, and each feature in it or beside it.
 *
 * @param profile its name
 * @param platform what the image is for
 * @param plan SHA-256 of the image's plan.json
 * @param format of the archives
 * @param exact whether every image was linked
 * @param image the profile's own
 * @param estimated told from weights, where image is not
 * @param measured what its checks measured
 * @param features those in it first, and of these what gives back most; then what takes most
 * @param modules of the profile's image, largest first
 * @param notes what one should know of the numbers, a line each
 */
public record Costs(
        String profile,
        Platform platform,
        String plan,
        ArchiveFormat format,
        boolean exact,
        Weight image,
        Optional<Weight> estimated,
        Optional<Footprint> measured,
        List<FeatureCost> features,
        List<ModuleCost> modules,
        List<String> notes) {
    /** For programs; its schema is docs/cost.schema.json. */
    public static final String JSON = "cost.json";

    /** For people. */
    public static final String MARKDOWN = "cost.md";

    public Costs {
        features = List.copyOf(features);
        modules = List.copyOf(modules);
        notes = List.copyOf(notes);
    }
}
