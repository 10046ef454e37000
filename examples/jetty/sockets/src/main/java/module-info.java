module harbor.sockets {
    requires harbor.app;
    requires org.eclipse.jetty.websocket.server;

    exports harbor.sockets; // Jetty calls the socket by reflection

    provides harbor.app.Part with harbor.sockets.Sockets;
}
