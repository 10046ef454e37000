package shelf.query;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.queryparser.classic.ParseException;
import org.apache.lucene.queryparser.classic.QueryParser;
import org.apache.lucene.search.Query;
import shelf.app.QueryReader;

/** Lucene's own language: {@code "two words" OR near~}. */
public final class Queries implements QueryReader {
    @Override
    public Query read(String text, String field, Analyzer analyzer) {
        try {
            return new QueryParser(field, analyzer).parse(text);
        } catch (ParseException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }
}
