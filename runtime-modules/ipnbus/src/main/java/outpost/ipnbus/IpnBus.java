package outpost.ipnbus;

import outpost.core.Feature;
import outpost.core.MissingServiceException;
import outpost.core.Node;
import outpost.core.http.HttpException;
import outpost.core.http.HttpResponse;
import outpost.core.service.LocalApi;
import outpost.core.service.LocalApi.Permission;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Serves {@code GET /v1/watch}: one JSON object a line, first how things are, then every change. Empty lines only show that the
 * node is there. At most {@value #LIMIT} may listen at a time.
 */
public final class IpnBus implements Feature {
    private static final int LIMIT = 16;

    private final Set<Watcher> watchers = ConcurrentHashMap.newKeySet();
    private boolean closed;

    /** For the service loader. */
    public IpnBus() {}

    @Override
    public String name() {
        return "ipnbus";
    }

    /** Closed before the local API is, its listeners learn why their stream ends. */
    @Override
    public Set<String> after() {
        return Set.of("localapi");
    }

    @Override
    public void start(Node node) {
        try {
            node.need(LocalApi.class).route("GET", "/v1/watch", Permission.READ, request -> watch(node));
        } catch (MissingServiceException none) {
            log(node).error("nobody can listen: " + none.getMessage() + "; take in localapi");
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        watchers.forEach(watcher -> watcher.end("the node is being closed"));
    }

    private HttpResponse watch(Node node) throws HttpException {
        Watcher watcher = new Watcher();
        enter(watcher);
        return HttpResponse.stream("application/x-ndjson", out -> {
            try (Feed feed = Feed.of(node, watcher)) {
                feed.writeTo(out);
            } finally {
                watchers.remove(watcher);
            }
        });
    }

    private synchronized void enter(Watcher watcher) throws HttpException {
        if (closed || watchers.size() >= LIMIT) {
            throw new HttpException(
                    503, closed ? "the node is being closed" : "already " + LIMIT + " listen; try later");
        }
        watchers.add(watcher);
    }
}
