package io.whittle.graph.export;

import io.whittle.graph.catalog.CatalogSource;
import io.whittle.graph.catalog.Notice;

/** A template that cannot be read, or that fails while it is filled in. */
public final class TemplateFaultException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Notice fault;

    TemplateFaultException(CatalogSource source, Notice fault, Throwable cause) {
        super(fault.render(source, "error"), cause);
        this.fault = fault;
    }

    /** What is wrong, and where in the template. */
    public Notice fault() {
        return fault;
    }
}
