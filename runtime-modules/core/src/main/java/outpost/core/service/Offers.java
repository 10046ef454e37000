package outpost.core.service;

import java.util.Map;
import java.util.SortedMap;

/** What this node offers to the network, as the control side asks for it. Safe for use by several threads. */
public interface Offers {
    /**
     * Offers these things in place of those that the same feature offered before; nothing any more where there are none.
     *
     * @param things texts, numbers, booleans, and lists and maps of them, by names of the feature's own
     */
    void offer(String feature, Map<String, Object> things);

    /** What is offered now, by feature. */
    SortedMap<String, Map<String, Object>> current();
}
