package outpost.core.service;

import java.util.List;

/** Keeps what is wrong with the node, and since when. Safe for use by several threads. */
public interface Health {
    /** Something is wrong, or wrong in another way than last reported under this key. */
    void report(String key, String text);

    /** It is wrong no longer; no matter if it never was. */
    void clear(String key);

    /** What is wrong now, the oldest first. */
    List<Problem> problems();
}
