module harbor.status {
    requires harbor.app;
    requires org.eclipse.jetty.jmx;

    provides harbor.app.Part with harbor.status.Status;
}
