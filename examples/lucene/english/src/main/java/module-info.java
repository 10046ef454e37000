module shelf.english {
    requires shelf.app;
    requires org.apache.lucene.analysis.common;

    provides shelf.app.Language with shelf.english.English;
}
