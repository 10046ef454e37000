module harbor.clock {
    requires harbor.app;

    exports harbor.clock;
}
