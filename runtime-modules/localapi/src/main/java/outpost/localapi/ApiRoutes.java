package outpost.localapi;

import outpost.core.Node;
import outpost.core.http.HttpException;
import outpost.core.http.HttpHandler;
import outpost.core.http.HttpRequest;
import outpost.core.http.HttpResponse;
import outpost.core.http.HttpRoutes;
import outpost.core.service.Caller;
import outpost.core.service.CallerIdentity;
import outpost.core.service.LocalApi;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** The routes of the local API. Before one that changes something, it asks who is calling; where nobody can say, it refuses. */
final class ApiRoutes implements LocalApi, HttpHandler {
    private final Node node;
    private final Path socket;
    private final HttpRoutes routes = new HttpRoutes();

    ApiRoutes(Node node, Path socket) {
        this.node = node;
        this.socket = socket;
    }

    @Override
    public void route(String method, String path, Permission permission, HttpHandler handler) {
        switch (permission) {
            case READ -> routes.add(method, path, handler);
            case WRITE ->
                routes.add(method, path, request -> {
                    requireWrite(request);
                    return handler.handle(request);
                });
        }
    }

    @Override
    public Path socket() {
        return socket;
    }

    @Override
    public HttpResponse handle(HttpRequest request) throws IOException {
        return routes.handle(request);
    }

    private void requireWrite(HttpRequest request) throws HttpException {
        CallerIdentity identity = node.find(CallerIdentity.class)
                .orElseThrow(() -> refused("nobody may change this node, because nothing in this image can tell who is"
                        + " calling; take one with the feature unixsocketidentity"));
        Optional<Caller> caller = identity.identify(request.connection());
        if (caller.isEmpty()) {
            throw refused("the system does not say who is calling, so nothing was changed; the log says why");
        }
        if (!caller.get().mayWrite()) {
            node.log("localapi")
                    .info(request.method() + " " + request.path() + " refused to "
                            + caller.get().user());
            throw refused("user " + caller.get().user() + " may not change this node; call as root, or have "
                    + caller.get().user() + " named in the setting operator");
        }
        node.log("localapi")
                .v1(request.method() + " " + request.path() + " by "
                        + caller.get().user());
    }

    private static HttpException refused(String message) {
        return new HttpException(403, message);
    }
}
