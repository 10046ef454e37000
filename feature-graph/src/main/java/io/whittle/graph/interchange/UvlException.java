package io.whittle.graph.interchange;

import io.whittle.graph.catalog.CatalogSource;
import io.whittle.graph.catalog.Notice;

import java.util.List;
import java.util.stream.Collectors;

/** A model that cannot be imported, with everything that stands against it. */
public final class UvlException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient CatalogSource source;
    private final transient List<Notice> faults;

    /**
     * A model with faults.
     *
     * @param source its text, for excerpts
     * @param faults at least one; kept in the order of the file
     */
    public UvlException(CatalogSource source, List<Notice> faults) {
        super(faults.stream()
                .sorted()
                .distinct()
                .map(fault -> fault.render(source, "error"))
                .collect(Collectors.joining("\n")));
        this.source = source;
        this.faults = faults.stream().sorted().distinct().toList();
    }

    /** The text of the model. */
    public CatalogSource source() {
        return source;
    }

    /** Every fault, in the order of the file. */
    public List<Notice> faults() {
        return faults;
    }
}
