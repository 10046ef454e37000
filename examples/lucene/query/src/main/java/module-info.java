module shelf.query {
    requires shelf.app;
    requires org.apache.lucene.queryparser;

    provides shelf.app.QueryReader with shelf.query.Queries;
}
