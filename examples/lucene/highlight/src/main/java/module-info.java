module shelf.highlight {
    requires shelf.app;
    requires org.apache.lucene.highlighter;

    provides shelf.app.Marker with shelf.highlight.Highlights;
}
