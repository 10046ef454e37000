package shelf.app;

import java.io.IOException;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.search.Query;

/** Shows where in a text a query was met. */
public interface Marker {
    String mark(Query query, Analyzer analyzer, String text) throws IOException;
}
