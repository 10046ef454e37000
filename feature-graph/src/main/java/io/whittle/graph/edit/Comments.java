package io.whittle.graph.edit;

import java.util.Collection;

/** Comments at the end of lines. */
final class Comments {
    private Comments() {}

    /** What stands behind a line of which these are the reasons; nothing when there are none. */
    static String behind(Collection<String> reasons) {
        return reasons.isEmpty() ? "" : " # " + String.join("; ", reasons);
    }
}
