/** Uses jetty. */
open module prog.jetty {
    requires java.net.http;
    requires javax.servlet.api;
    requires org.eclipse.jetty.server;
    requires org.eclipse.jetty.servlet;
}
