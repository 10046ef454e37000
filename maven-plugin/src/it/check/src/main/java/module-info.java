module echo {
    // In the image only where somebody asks for it.
    requires static jdk.httpserver;
}
