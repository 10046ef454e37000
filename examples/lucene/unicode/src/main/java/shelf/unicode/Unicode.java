package shelf.unicode;

import java.io.IOException;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.custom.CustomAnalyzer;
import shelf.app.Language;

/** Any script, as Unicode cuts words and folds letters. Both are found by their names. */
public final class Unicode implements Language {
    @Override
    public String name() {
        return "unicode";
    }

    @Override
    public Analyzer analyzer() throws IOException {
        return CustomAnalyzer.builder()
                .withTokenizer("icu")
                .addTokenFilter("icuFolding")
                .build();
    }
}
