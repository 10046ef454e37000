package io.whittle.assembler.goal;

import io.whittle.graph.catalog.FeatureCatalog;
import io.whittle.graph.cells.Cell;
import io.whittle.graph.cells.Row;
import io.whittle.graph.resolve.Request;
import io.whittle.graph.resolve.Resolution;
import io.whittle.graph.resolve.Resolver;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What images are to be made of.
 *
 * @param catalog the catalogue
 * @param each a resolution for each image
 * @param alike of images that stand for several rows: all of these, by the first one's name and platform
 */
record AskedImages(FeatureCatalog catalog, List<Resolution> each, Map<Request, List<Resolution>> alike) {
    AskedImages {
        each = List.copyOf(each);
        alike = Map.copyOf(alike);
    }

    static AskedImages of(LinkRequest request, Jdks jdks, Progress progress)
            throws GoalException, IOException, InterruptedException {
        if (request.cells().isPresent()) {
            return ChosenCells.of(request, request.cells().get(), jdks, progress);
        }
        Resolutions<Resolution> resolutions = Resolutions.of(
                Replacing.read(request.catalog(), request.replace()),
                request.profiles(),
                request.platforms(),
                Resolver::resolve,
                Resolution::warnings,
                progress);
        return new AskedImages(resolutions.catalog(), resolutions.each(), Map.of());
    }

    static AskedImages ofCells(FeatureCatalog catalog, List<Cell> cells) {
        List<Resolution> each = new ArrayList<>();
        Map<Request, List<Resolution>> alike = new HashMap<>();
        for (Cell cell : cells) {
            each.add(cell.rows().get(0).resolution());
            alike.put(
                    new Request(cell.name(), cell.platform()),
                    cell.rows().stream().map(Row::resolution).toList());
        }
        return new AskedImages(catalog, each, alike);
    }

    /** All that the image of this one stands for. */
    List<Resolution> standsFor(Resolution first) {
        return alike.getOrDefault(new Request(first.profile().name(), first.platform()), List.of(first));
    }

    /** Whether it is a profile of the catalogue, and not a row of a matrix. */
    boolean isProfile(Resolution resolution) {
        return catalog.profiles().containsKey(resolution.profile().name());
    }
}
