package harbor.http2;

import harbor.app.Part;
import java.util.List;
import org.eclipse.jetty.http2.server.HTTP2CServerConnectionFactory;
import org.eclipse.jetty.http2.server.HTTP2ServerConnectionFactory;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.HttpConfiguration;

/** HTTP/2, in the clear and over TLS. */
public final class Http2 implements Part {
    @Override
    public String name() {
        return "http2";
    }

    @Override
    public List<ConnectionFactory> protocols(HttpConfiguration http, boolean secure) {
        return List.of(secure ? new HTTP2ServerConnectionFactory(http) : new HTTP2CServerConnectionFactory(http));
    }
}
