package shelf.app;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.search.Query;

/** Reads a query in a language of its own; without one, all words have to be met. */
public interface QueryReader {
    Query read(String text, String field, Analyzer analyzer);
}
