package shelf.japanese;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.ja.JapaneseAnalyzer;
import shelf.app.Language;

/** Japanese, cut into words by a dictionary. */
public final class Japanese implements Language {
    @Override
    public String name() {
        return "japanese";
    }

    @Override
    public Analyzer analyzer() {
        return new JapaneseAnalyzer();
    }
}
