module extra {
    requires app;

    provides Runnable with
            extra.Extra;
}
