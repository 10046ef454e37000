/** Makes an index of a folder of texts, and finds words in it. What else it can do, it finds as services. */
module shelf.app {
    requires transitive org.apache.lucene.core;

    exports shelf.app;

    uses shelf.app.Completer;
    uses shelf.app.Language;
    uses shelf.app.Marker;
    uses shelf.app.QueryReader;

    provides shelf.app.Language with shelf.app.Plain;
}
