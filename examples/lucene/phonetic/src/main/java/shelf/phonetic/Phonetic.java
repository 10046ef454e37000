package shelf.phonetic;

import java.io.IOException;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.custom.CustomAnalyzer;
import shelf.app.Language;

/** Words by how they sound: the filter is found by its name, and its encoder by the name of a class. */
public final class Phonetic implements Language {
    @Override
    public String name() {
        return "phonetic";
    }

    @Override
    public Analyzer analyzer() throws IOException {
        return CustomAnalyzer.builder()
                .withTokenizer("standard")
                .addTokenFilter("phonetic", "encoder", "ColognePhonetic", "inject", "false")
                .build();
    }
}
