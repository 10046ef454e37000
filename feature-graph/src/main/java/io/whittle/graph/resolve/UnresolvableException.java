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
        super(inOrder(faults).stream().map(fault -> text(fault, source)).collect(Collectors.joining("\n")));
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

    /** One of the faults in words: what is wrong, how that follows, and what mends it; without a line end at its end. */
    public String text(Fault fault) {
        return text(fault, source);
    }

    private static String text(Fault fault, CatalogSource source) {
        return FaultText.of(fault, source).render(source, "error");
    }

    private static List<Fault> inOrder(List<Fault> faults) {
        return faults.stream().sorted(Comparator.comparing(Fault::place)).toList();
    }
}
