package prog.lucene;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.custom.CustomAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.queryparser.classic.QueryParser;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;

/** Codecs and filters by name, which are services; two of the jars share packages. */
public final class Main {
    private Main() {}

    public static void main(String[] args) throws Exception {
        Analyzer analyzer = new EnglishAnalyzer();
        Directory directory = new ByteBuffersDirectory();
        try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(analyzer))) {
            Document document = new Document();
            document.add(new TextField("text", "quick foxes are jumping", Field.Store.YES));
            writer.addDocument(document);
        }
        try (DirectoryReader reader = DirectoryReader.open(directory)) {
            IndexSearcher searcher = new IndexSearcher(reader);
            System.out.println("lucene says "
                    + searcher.search(new QueryParser("text", analyzer).parse("jump AND fox"), 1).totalHits);
        }
        System.out.println(CustomAnalyzer.builder().withTokenizer("standard").addTokenFilter("lowercase").build()
                .getTokenFilterFactories().size());
    }
}
