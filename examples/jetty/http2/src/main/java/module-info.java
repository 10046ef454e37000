module harbor.http2 {
    requires harbor.app;
    requires org.eclipse.jetty.http2.server;

    provides harbor.app.Part with harbor.http2.Http2;
}
