package io.whittle.assembler.goal;

import java.util.Optional;

/** Requests for images that differ in one thing from another. */
final class LinkRequests {
    private LinkRequests() {}

    /** The same images, with which this is done. */
    static LinkRequest followed(LinkRequest request, AfterLink by) {
        return with(request, by, request.cells(), request.linking());
    }

    /** The same, for cells of a matrix. */
    static LinkRequest ofCells(LinkRequest request, CellChoice chosen) {
        return with(request, request.after(), Optional.of(chosen), request.linking());
    }

    /** The same, done in this way. */
    static LinkRequest done(LinkRequest request, Linking how) {
        return with(request, request.after(), request.cells(), how);
    }

    private static LinkRequest with(LinkRequest from, AfterLink after, Optional<CellChoice> cells, Linking linking) {
        return new LinkRequest(
                from.project(),
                from.catalog(),
                from.profiles(),
                from.platforms(),
                from.path(),
                from.edges(),
                from.jdks(),
                from.output(),
                from.replace(),
                from.ignoreSignatures(),
                from.lock(),
                from.tool(),
                from.toolFiles(),
                after,
                cells,
                linking);
    }
}
