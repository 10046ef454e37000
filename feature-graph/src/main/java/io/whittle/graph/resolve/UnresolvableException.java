package io.whittle.graph.resolve;

import io.whittle.graph.catalog.CatalogSource;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** A profile that cannot be had on a platform, with everything that stands against it. */
public final class UnresolvableException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient CatalogSource source;
    private final transient Request request;
    private final transient List<Fault> faults;

    UnresolvableException(CatalogSource source, Request request, List<Fault> faults) {
        super(inOrder(faults).stream()
                .map(fault -> FaultText.of(fault, source).render(source, "error"))
                .collect(Collectors.joining("\n")));
        this.source = source;
        this.request = request;
        this.faults = inOrder(faults);
    }

    /** The text of the catalogue. */
    public CatalogSource source() {
        return source;
    }

    /** What was asked. */
    public Request request() {
        return request;
    }

    /** Every fault, in the order of the file. */
    public List<Fault> faults() {
        return faults;
    }

    private static List<Fault> inOrder(List<Fault> faults) {
        return faults.stream().sorted(Comparator.comparing(Fault::place)).toList();
    }
}
