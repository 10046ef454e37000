package shelf.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.codecs.Codec;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.QueryBuilder;

/**
 * Makes an index of a folder of texts, and finds words in it.
 *
 * <pre>
 * shelf languages
 * shelf index plain|english|... FOLDER INDEX [CODEC]
 * shelf find plain|english|... INDEX WORDS
 * shelf complete INDEX BEGINNING
 * </pre>
 */
public final class Main {
    private static final String TEXT = "text";

    private Main() {}

    public static void main(String[] args) throws IOException {
        List<String> words = Arrays.asList(args);
        switch (words.isEmpty() ? "" : words.get(0)) {
            case "languages" -> System.out.println(languages());
            case "index" -> index(language(words.get(1)), Path.of(words.get(2)), Path.of(words.get(3)), codec(words));
            case "find" -> find(language(words.get(1)), Path.of(words.get(2)), words.get(3));
            case "complete" -> complete(Path.of(words.get(1)), words.get(2));
            default -> {
                System.err.println("shelf languages | index | find | complete");
                System.exit(2);
            }
        }
    }

    private static String languages() {
        return ServiceLoader.load(Language.class).stream()
                .map(language -> language.get().name())
                .sorted()
                .collect(Collectors.joining(" "));
    }

    private static Analyzer language(String name) throws IOException {
        for (Language language : ServiceLoader.load(Language.class)) {
            if (language.name().equals(name)) {
                return language.analyzer();
            }
        }
        throw new IllegalArgumentException("no language " + name + ": " + languages());
    }

    /** Lucene finds it by its name, among those that modules provide. */
    private static Codec codec(List<String> words) {
        return words.size() > 4 ? Codec.forName(words.get(4)) : Codec.getDefault();
    }

    private static void index(Analyzer analyzer, Path texts, Path index, Codec codec) throws IOException {
        IndexWriterConfig config = new IndexWriterConfig(analyzer);
        config.setCodec(codec);
        try (Directory directory = FSDirectory.open(index);
                IndexWriter writer = new IndexWriter(directory, config);
                Stream<Path> files = Files.list(texts)) {
            for (Path file : files.sorted().toList()) {
                Document document = new Document();
                document.add(new StringField("name", file.getFileName().toString(), Field.Store.YES));
                document.add(new TextField(TEXT, Files.readString(file), Field.Store.YES));
                writer.addDocument(document);
            }
            System.out.println(writer.getDocStats().numDocs + " texts, codec " + codec.getName());
        }
    }

    private static void find(Analyzer analyzer, Path index, String text) throws IOException {
        Query query = ServiceLoader.load(QueryReader.class)
                .findFirst()
                .map(reader -> reader.read(text, TEXT, analyzer))
                .orElseGet(() -> new QueryBuilder(analyzer).createBooleanQuery(TEXT, text, BooleanClause.Occur.MUST));
        Optional<Marker> marker = ServiceLoader.load(Marker.class).findFirst();
        try (Directory directory = FSDirectory.open(index);
                IndexReader reader = DirectoryReader.open(directory)) {
            IndexSearcher searcher = new IndexSearcher(reader);
            for (ScoreDoc met : searcher.search(query, 10).scoreDocs) {
                Document document = searcher.storedFields().document(met.doc);
                String line = document.get("name");
                if (marker.isPresent()) {
                    line += ": " + marker.get().mark(query, analyzer, document.get(TEXT));
                }
                System.out.println(line.strip());
            }
        }
    }

    private static void complete(Path index, String beginning) throws IOException {
        Optional<Completer> completer = ServiceLoader.load(Completer.class).findFirst();
        if (completer.isEmpty()) {
            System.out.println("this shelf completes nothing");
            return;
        }
        try (Directory directory = FSDirectory.open(index);
                IndexReader reader = DirectoryReader.open(directory)) {
            System.out.println(String.join(" ", completer.get().complete(reader, TEXT, beginning)));
        }
    }
}
