package prog.jetty;

import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.servlet.ServletHandler;

import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** A servlet that the server makes by reflection. */
public final class Main {
    private Main() {}

    /** Answers. */
    public static final class Hello extends HttpServlet {
        private static final long serialVersionUID = 1L;

        @Override
        protected void doGet(HttpServletRequest asked, HttpServletResponse answer) throws IOException {
            answer.setContentType("text/plain;charset=utf-8");
            answer.getWriter().println("jetty says " + asked.getPathInfo());
        }
    }

    public static void main(String[] args) throws Exception {
        Server server = new Server(0);
        ServletHandler handler = new ServletHandler();
        handler.addServletWithMapping(Hello.class, "/*");
        server.setHandler(handler);
        server.start();
        int port = ((ServerConnector) server.getConnectors()[0]).getLocalPort();
        System.out.print(HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/hello")).build(),
                        HttpResponse.BodyHandlers.ofString())
                .body());
        server.stop();
    }
}
