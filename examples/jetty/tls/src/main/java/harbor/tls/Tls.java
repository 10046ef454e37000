package harbor.tls;

import harbor.app.Part;
import harbor.app.Settings;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.alpn.server.ALPNServerConnectionFactory;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/** HTTPS on {@code --https}, with the certificate of {@code --keystore}; ALPN settles which protocol is spoken. */
public final class Tls implements Part {
    @Override
    public String name() {
        return "tls";
    }

    @Override
    public void listen(Server server, Settings settings, HttpConfiguration http, List<ConnectionFactory> protocols) {
        settings.port("https").ifPresent(port -> {
            SslContextFactory.Server certificate = new SslContextFactory.Server();
            certificate.setKeyStorePath(settings.get("keystore").orElseThrow());
            certificate.setKeyStorePassword(settings.get("password").orElse("harbor"));
            http.addCustomizer(new SecureRequestCustomizer(false));
            ALPNServerConnectionFactory alpn = new ALPNServerConnectionFactory();
            alpn.setDefaultProtocol("http/1.1");
            List<ConnectionFactory> line = new ArrayList<>();
            line.add(new SslConnectionFactory(certificate, alpn.getProtocol()));
            line.add(alpn);
            line.addAll(protocols);
            ServerConnector connector = new ServerConnector(server);
            connector.setConnectionFactories(line);
            connector.setPort(port);
            connector.setHost("127.0.0.1");
            server.addConnector(connector);
        });
    }
}
