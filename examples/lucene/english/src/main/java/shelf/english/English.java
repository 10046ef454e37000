package shelf.english;

import java.io.IOException;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.custom.CustomAnalyzer;
import shelf.app.Language;

/** English. Lucene finds filters by their names, as services. */
public final class English implements Language {
    @Override
    public String name() {
        return "english";
    }

    @Override
    public Analyzer analyzer() throws IOException {
        return CustomAnalyzer.builder()
                .withTokenizer("standard")
                .addTokenFilter("lowercase")
                .addTokenFilter("englishPossessive")
                .addTokenFilter("porterStem")
                .build();
    }
}
