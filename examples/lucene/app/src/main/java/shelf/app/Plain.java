package shelf.app;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.standard.StandardAnalyzer;

/** Words as they stand. */
public final class Plain implements Language {
    @Override
    public String name() {
        return "plain";
    }

    @Override
    public Analyzer analyzer() {
        return new StandardAnalyzer();
    }
}
