/** The server, and what a part of it is. */
module harbor.app {
    requires transitive org.eclipse.jetty.server;

    exports harbor.app;

    uses harbor.app.Part;
}
