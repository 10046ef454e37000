package io.whittle.graph.catalog;

import java.util.List;
import java.util.stream.Collectors;

/** A catalogue that cannot be used, with everything that is wrong with it. */
public final class CatalogException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient CatalogSource source;
    private final transient List<Notice> faults;

    /**
     * A catalogue with faults.
     *
     * @param source the text, for excerpts
     * @param faults at least one; kept in the order of the file
     */
    public CatalogException(CatalogSource source, List<Notice> faults) {
        super(faults.stream()
                .sorted()
                .map(fault -> fault.render(source, "error"))
                .collect(Collectors.joining("\n")));
        this.source = source;
        this.faults = faults.stream().sorted().toList();
    }

    /** The text it was read from. */
    public CatalogSource source() {
        return source;
    }

    /** Every fault, in the order of the file. */
    public List<Notice> faults() {
        return faults;
    }
}
