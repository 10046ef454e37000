package io.whittle.assembler.oci;

import io.whittle.assembler.fresh.FolderTree;

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
        try {
            for (Map.Entry<String, List<PlannedContainer>> profile : planned.entrySet()) {
                written.add(ContainerLayout.write(
                        settings, place(settings, layouts, profile.getKey()), profile.getValue(), store, progress));
            }
        } finally {
            // Not before all are written: a later profile takes layers that it shares from the place of an earlier one.
            if (!settings.layout()) {
                for (String profile : planned.keySet()) {
                    FolderTree.delete(place(settings, layouts, profile));
                }
            }
        }
        return List.copyOf(written);
    }

    // What archives are made of needs a place, too, where no layout is wanted.
    private static Path place(OciSettings settings, Path layouts, String profile) {
        Path layout = layouts.resolve(profile);
        return settings.layout() ? layout : Unfinished.beside(layout);
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
