module harbor.files {
    requires harbor.app;

    provides harbor.app.Part with harbor.files.Files;
}
