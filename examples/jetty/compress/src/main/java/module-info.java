module harbor.compress {
    requires harbor.app;
    requires org.eclipse.jetty.compression.server;

    provides harbor.app.Part with harbor.compress.Compress;
}
