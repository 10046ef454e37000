package shelf.app;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.IndexReader;

/** Completes the beginning of a word by those of an index. */
public interface Completer {
    List<String> complete(IndexReader index, String field, String beginning) throws IOException;
}
