package harbor.sockets;

import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.eclipse.jetty.websocket.api.annotations.OnWebSocketMessage;
import org.eclipse.jetty.websocket.api.annotations.WebSocket;

/** Jetty calls it by reflection, as the annotations say. */
@WebSocket
public final class Echo {
    @OnWebSocketMessage
    public void said(Session session, String text) {
        session.sendText(text, Callback.NOOP);
    }
}
