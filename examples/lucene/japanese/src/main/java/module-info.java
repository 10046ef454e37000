module shelf.japanese {
    requires shelf.app;
    requires org.apache.lucene.analysis.kuromoji;

    provides shelf.app.Language with shelf.japanese.Japanese;
}
