package prog.logback;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A binding of the old kind: a class of a fixed name in a package of the other jar. Its configuration names classes. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        Logger log = LoggerFactory.getLogger(Main.class);
        log.info("logback says {}", log.getClass().getName());
    }
}
