module shelf.polish {
    requires shelf.app;
    requires org.apache.lucene.analysis.morfologik;

    provides shelf.app.Language with shelf.polish.Polish;
}
