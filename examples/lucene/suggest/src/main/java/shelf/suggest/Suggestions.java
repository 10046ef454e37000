package shelf.suggest;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.analysis.core.SimpleAnalyzer;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.spell.LuceneDictionary;
import org.apache.lucene.search.suggest.Lookup;
import org.apache.lucene.search.suggest.analyzing.AnalyzingSuggester;
import org.apache.lucene.store.ByteBuffersDirectory;
import shelf.app.Completer;

/** Completes by the words of the index. */
public final class Suggestions implements Completer {
    @Override
    public List<String> complete(IndexReader index, String field, String beginning) throws IOException {
        AnalyzingSuggester words = new AnalyzingSuggester(new ByteBuffersDirectory(), "words", new SimpleAnalyzer());
        words.build(new LuceneDictionary(index, field));
        return words.lookup(beginning, false, 5).stream()
                .map((Lookup.LookupResult found) -> found.key.toString())
                .sorted()
                .toList();
    }
}
