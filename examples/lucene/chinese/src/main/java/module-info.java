module shelf.chinese {
    requires shelf.app;
    requires org.apache.lucene.analysis.smartcn;

    provides shelf.app.Language with shelf.chinese.Chinese;
}
