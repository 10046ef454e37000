module app {
    exports app;

    uses Runnable;
}
