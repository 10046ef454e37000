package io.whittle.assembler.oci;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The container images of a profile.
 *
 * @param layout its folder; of no use where none was wanted
 * @param index which names the image of each platform
 * @param each in the order asked
 */
public record ContainerImages(OciSettings settings, Path layout, Blob index, List<ContainerImage> each) {
    public ContainerImages {
        each = List.copyOf(each);
    }

    /** Their profile. */
    public String profile() {
        return each.get(0).planned().source().profile();
    }

    /**
     * Writes the container images of all profiles of a call; a layer that several share is compressed once.
     *
     * @param layouts the folder below which each profile has its layout
     * @param planned by profile
     */
    public static List<ContainerImages> write(
            OciSettings settings, Path layouts, SortedMap<String, List<PlannedContainer>> planned, OciProgress progress)
            throws IOException {
        LayerStore store = new LayerStore(settings.compression());
        List<ContainerImages> written = new ArrayList<>();
        for (Map.Entry<String, List<PlannedContainer>> profile : planned.entrySet()) {
            written.add(ContainerLayout.write(
                    settings, layouts.resolve(profile.getKey()), profile.getValue(), store, progress));
        }
        return List.copyOf(written);
    }

    /** Images by each layer that they have, in words. */
    static SortedMap<String, List<String>> sharing(List<ContainerImages> all) {
        SortedMap<String, List<String>> sharing = new TreeMap<>();
        for (ContainerImages images : all) {
            for (ContainerImage image : images.each()) {
                for (WrittenLayer layer : image.layers()) {
                    sharing.computeIfAbsent(layer.digest(), none -> new ArrayList<>())
                            .add(image.planned().source().title());
                }
            }
        }
        return sharing;
    }
}
