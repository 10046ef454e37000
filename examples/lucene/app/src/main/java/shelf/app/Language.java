package shelf.app;

import java.io.IOException;
import org.apache.lucene.analysis.Analyzer;

/** How texts of a language become words. */
public interface Language {
    String name();

    Analyzer analyzer() throws IOException;
}
