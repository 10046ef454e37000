module harbor.tls {
    requires harbor.app;
    requires org.eclipse.jetty.alpn.server;

    provides harbor.app.Part with harbor.tls.Tls;
}
