package io.whittle.assembler.evidence;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Where a method may go on from a place in it, of the instructions that lead anywhere but to the next. */
final class MethodWays {
    private static final int[] NOWHERE = {};

    /** An instruction after which the next is not simply the next. */
    private record Step(int at, int[] to, boolean falls, boolean returns) {}

    /** In the order of their places. */
    private final List<Step> steps = new ArrayList<>();

    void jump(int at, int to, boolean always) {
        steps.add(new Step(at, new int[] {to}, !always, false));
    }

    void choose(int at, int... to) {
        steps.add(new Step(at, to, false, false));
    }

    void leave(int at, boolean returns) {
        steps.add(new Step(at, NOWHERE, false, returns));
    }

    /** Whether some way from a place returns, or goes back to before it: whether not all of them throw. Log-linear. */
    boolean goesOn(int start) {
        int from = firstFrom(start);
        Set<Integer> seen = new HashSet<>();
        Deque<Integer> open = new ArrayDeque<>(List.of(from));
        while (!open.isEmpty()) {
            int at = open.pop();
            if (at >= steps.size() || !seen.add(at)) {
                continue;
            }
            Step step = steps.get(at);
            if (step.returns()) {
                return true;
            }
            for (int to : step.to()) {
                int next = firstFrom(to);
                if (next < from) {
                    return true;
                }
                open.push(next);
            }
            if (step.falls()) {
                open.push(at + 1);
            }
        }
        return false;
    }

    /** The first step at a place or after it. */
    private int firstFrom(int place) {
        int low = 0;
        int high = steps.size();
        while (low < high) {
            int middle = low + high >>> 1;
            if (steps.get(middle).at() < place) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
