package shelf.polish;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.morfologik.MorfologikAnalyzer;
import shelf.app.Language;

/** Polish, by a dictionary of forms. */
public final class Polish implements Language {
    @Override
    public String name() {
        return "polish";
    }

    @Override
    public Analyzer analyzer() {
        return new MorfologikAnalyzer();
    }
}
