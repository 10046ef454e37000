package teller;

import java.util.logging.Logger;

/** Writes down what is told. */
final class Journal {
    private Journal() {}

    static void write(String news) {
        Logger.getLogger("teller").info(news);
    }
}
