module app {
    exports app;

    uses app.Part;
}
