package outpost.core.http;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** Hands each request to the handler of its path and method, or answers 404 or 405. Routes may be added at any time. */
public final class HttpRoutes implements HttpHandler {
    private final Map<String, Map<String, HttpHandler>> paths = new ConcurrentHashMap<>();

    /** Serves nothing yet. */
    public HttpRoutes() {}

    /**
     * @param path begins with a slash and has no query
     * @throws IllegalStateException if the route is taken
     */
    public void add(String method, String path, HttpHandler handler) {
        Map<String, HttpHandler> methods = paths.computeIfAbsent(path, unused -> new ConcurrentHashMap<>());
        if (methods.putIfAbsent(method, handler) != null) {
            throw new IllegalStateException("two handlers for " + method + " " + path);
        }
    }

    @Override
    public HttpResponse handle(HttpRequest request) throws IOException {
        Map<String, HttpHandler> methods = paths.get(request.path());
        if (methods == null) {
            return HttpResponse.error(404, "nothing is served at " + request.path());
        }
        HttpHandler handler = methods.get(request.method());
        if (handler == null) {
            String allowed = String.join(", ", new TreeMap<>(methods).keySet());
            return HttpResponse.error(405, request.path() + " takes " + allowed + " only")
                    .with("allow", allowed);
        }
        return handler.handle(request);
    }
}
