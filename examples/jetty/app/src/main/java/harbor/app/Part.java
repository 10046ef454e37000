package harbor.app;

import java.util.List;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Server;

/** What the server can do beside plain HTTP. Found as a service: a part is there when its module is. */
public interface Part {
    String name();

    /** Where it stands on a request's way: the smaller, the nearer to the network. */
    default int order() {
        return 50;
    }

    /** Puts itself around what comes behind it. */
    default Handler around(Handler inner, Server server, Settings settings) {
        return inner;
    }

    /** Protocols that it speaks beside HTTP/1.1. */
    default List<ConnectionFactory> protocols(HttpConfiguration http, boolean secure) {
        return List.of();
    }

    /** Opens ports of its own. {@code protocols} are those of all parts, HTTP/1.1 last. */
    default void listen(Server server, Settings settings, HttpConfiguration http, List<ConnectionFactory> protocols) {}
}
