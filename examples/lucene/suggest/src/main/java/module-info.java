module shelf.suggest {
    requires shelf.app;
    requires org.apache.lucene.analysis.common;
    requires org.apache.lucene.suggest;

    provides shelf.app.Completer with shelf.suggest.Suggestions;
}
