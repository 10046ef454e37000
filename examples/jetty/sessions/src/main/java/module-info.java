module harbor.sessions {
    requires harbor.app;
    requires org.eclipse.jetty.session;

    provides harbor.app.Part with harbor.sessions.Sessions;
}
