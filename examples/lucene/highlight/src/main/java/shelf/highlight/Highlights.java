package shelf.highlight;

import java.io.IOException;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.highlight.Highlighter;
import org.apache.lucene.search.highlight.InvalidTokenOffsetsException;
import org.apache.lucene.search.highlight.QueryScorer;
import org.apache.lucene.search.highlight.SimpleHTMLFormatter;
import shelf.app.Marker;

/** Puts what was met between brackets. */
public final class Highlights implements Marker {
    @Override
    public String mark(Query query, Analyzer analyzer, String text) throws IOException {
        Highlighter highlighter = new Highlighter(new SimpleHTMLFormatter("[", "]"), new QueryScorer(query));
        try {
            String best = highlighter.getBestFragment(analyzer, "text", text);
            return best == null ? "" : best;
        } catch (InvalidTokenOffsetsException e) {
            throw new IOException(e);
        }
    }
}
