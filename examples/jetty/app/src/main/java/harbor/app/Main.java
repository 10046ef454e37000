package harbor.app;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.LocalConnector;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;

/**
 * {@code harbor --http 8080} serves until it is stopped. {@code harbor --get /path} asks itself once, without a network, and prints the
 * whole answer.
 */
public final class Main {
    private final Settings settings;
    private final Server server = new Server();
    private final HttpConfiguration http = new HttpConfiguration();
    private final List<Part> parts = ServiceLoader.load(Part.class).stream()
            .map(ServiceLoader.Provider::get)
            .sorted(Comparator.comparingInt(Part::order).thenComparing(Part::name))
            .toList();

    private Main(Settings settings) {
        this.settings = settings;
    }

    public static void main(String[] args) throws Exception {
        new Main(Settings.of(args)).run();
    }

    private void run() throws Exception {
        Handler handler = new Handler.Sequence(new Pages(), new Names());
        for (int i = parts.size() - 1; i >= 0; i--) {
            handler = parts.get(i).around(handler, server, settings);
        }
        server.setHandler(handler);
        settings.port("http").ifPresent(port -> listen(port, protocols(false)));
        List<ConnectionFactory> secure = protocols(true);
        parts.forEach(part -> part.listen(server, settings, http, secure));
        if (settings.get("get").isPresent()) {
            ask(settings.get("get").get());
            return;
        }
        server.start();
        System.out.println("harbor is open");
        server.join();
    }

    private List<ConnectionFactory> protocols(boolean secure) {
        List<ConnectionFactory> protocols = new ArrayList<>();
        parts.forEach(part -> protocols.addAll(part.protocols(http, secure)));
        protocols.add(new HttpConnectionFactory(http));
        return protocols;
    }

    /** In the clear HTTP/1.1 speaks first: the others are upgrades of it. */
    private void listen(int port, List<ConnectionFactory> protocols) {
        ServerConnector connector = new ServerConnector(server);
        List<ConnectionFactory> first = new ArrayList<>(protocols);
        first.add(0, first.remove(first.size() - 1));
        connector.setConnectionFactories(first);
        connector.setPort(port);
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
    }

    private void ask(String path) throws Exception {
        LocalConnector connector = new LocalConnector(server);
        server.addConnector(connector);
        server.start();
        try {
            String language = settings.get("language").map(l -> "Accept-Language: " + l + "\r\n").orElse("");
            String request = "GET " + path + " HTTP/1.1\r\nHost: harbor\r\n" + language + "Connection: close\r\n\r\n";
            ByteBuffer answer = connector.getResponse(ByteBuffer.wrap(request.getBytes(StandardCharsets.US_ASCII)));
            System.out.write(answer.array(), answer.arrayOffset() + answer.position(), answer.remaining());
            System.out.flush();
        } finally {
            server.stop();
        }
    }

    static void answer(Response response, String text, Callback callback) {
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/plain;charset=utf-8");
        Content.Sink.write(response, true, text, callback);
    }

    /** Which parts are there. */
    private final class Names extends Handler.Abstract {
        @Override
        public boolean handle(Request request, Response response, Callback callback) {
            if (!Request.getPathInContext(request).equals("/parts")) {
                return false;
            }
            String names = parts.stream().map(Part::name).sorted().collect(Collectors.joining(" "));
            answer(response, "Beside HTTP/1.1 this server has: " + names + "\n", callback);
            return true;
        }
    }
}
