package outpost.core.service;

import outpost.core.http.HttpHandler;

import java.nio.file.Path;

/**
 * The node's HTTP interface for programs on the same machine. Routes are added while features start; requests are answered from
 * then on. Safe for use by several threads.
 */
public interface LocalApi {
    /** What a caller must be allowed to do. */
    enum Permission {
        READ,
        WRITE
    }

    /**
     * Answers requests for exactly this method and path. The handler is called by several threads at once.
     *
     * @param path begins with a slash and has no query
     * @throws IllegalStateException if the route is taken
     */
    void route(String method, String path, Permission permission, HttpHandler handler);

    /** Where the interface listens. */
    Path socket();
}
