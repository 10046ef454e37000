package harbor.app;

import org.eclipse.jetty.server.Request;

/** A page that is named in {@code pages.properties}, by its path and its class. */
public interface Page {
    String text(Request request);
}
