package io.whittle.assembler.init;

import java.util.SortedSet;
import java.util.TreeSet;

/** Which groups are base: those that every feature needs. */
final class BaseGroups {
    private final Groups groups;
    private final Ties ties;
    private final SortedSet<String> startable;

    /**
     * Chooses among groups.
     *
     * @param startable the modules with main classes: what is started is asked for
     */
    BaseGroups(Groups groups, Ties ties, SortedSet<String> startable) {
        this.groups = groups;
        this.ties = ties;
        this.startable = startable;
    }

    /** Their first modules; one group at least is left to be a feature. What is chosen needs nothing but what was chosen before. */
    SortedSet<String> choose() {
        SortedSet<String> left = new TreeSet<>(groups.heads());
        SortedSet<String> base = new TreeSet<>();
        boolean grows = true;
        while (grows) {
            grows = false;
            for (String head : new TreeSet<>(left)) {
                if (left.size() > 1 && isNeededByAll(head, left) && isFit(head, left)) {
                    left.remove(head);
                    base.add(head);
                    grows = true;
                }
            }
        }
        return base;
    }

    private boolean isNeededByAll(String head, SortedSet<String> left) {
        return left.stream().allMatch(other -> other.equals(head) || groups.reaches(other, head));
    }

    // Base cannot say that it uses a feature where that is there; a feature can.
    private boolean isFit(String head, SortedSet<String> left) {
        SortedSet<String> members = groups.members(head);
        SortedSet<String> outside = new TreeSet<>();
        left.stream().filter(other -> !other.equals(head)).forEach(other -> outside.addAll(groups.members(other)));
        return members.stream().noneMatch(startable::contains) && !ties.usesIfPresent(members, outside);
    }
}
