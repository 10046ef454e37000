package io.whittle.graph.resolve;

import java.util.List;

/**
 * A module of the JDK that the image needs at run time and no compiler sees.
 *
 * @param module its name
 * @param whereItExists no fault when the JDK has no such module; false as soon as one owner insists
 * @param owners who asks for it, in the order base, then features by name
 */
public record JdkNeed(String module, boolean whereItExists, List<Ownership> owners) {
    public JdkNeed {
        owners = List.copyOf(owners);
    }
}
