package harbor.sockets;

import harbor.app.Part;
import harbor.app.Settings;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.websocket.server.WebSocketUpgradeHandler;

/** {@code /echo} is a web socket that says everything again. */
public final class Sockets implements Part {
    @Override
    public String name() {
        return "sockets";
    }

    @Override
    public Handler around(Handler inner, Server server, Settings settings) {
        WebSocketUpgradeHandler sockets = WebSocketUpgradeHandler.from(
                server, container -> container.addMapping("/echo", (request, response, callback) -> new Echo()));
        sockets.setHandler(inner);
        return sockets;
    }
}
