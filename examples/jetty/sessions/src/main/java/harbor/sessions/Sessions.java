package harbor.sessions;

import harbor.app.Part;
import harbor.app.Settings;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.Session;
import org.eclipse.jetty.session.SessionHandler;
import org.eclipse.jetty.util.Callback;

/** Knows its visitors: {@code /visits} counts those of each. */
public final class Sessions implements Part {
    @Override
    public String name() {
        return "sessions";
    }

    @Override
    public Handler around(Handler inner, Server server, Settings settings) {
        SessionHandler sessions = new SessionHandler();
        sessions.setHandler(new Handler.Sequence(new Visits(), inner));
        return sessions;
    }

    private static final class Visits extends Handler.Abstract {
        @Override
        public boolean handle(Request request, Response response, Callback callback) {
            if (!Request.getPathInContext(request).equals("/visits")) {
                return false;
            }
            Session session = request.getSession(true);
            int visits = session.getAttribute("visits") instanceof Integer before ? before + 1 : 1;
            session.setAttribute("visits", visits);
            Content.Sink.write(response, true, visits + "\n", callback);
            return true;
        }
    }
}
