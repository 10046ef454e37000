package io.whittle.assembler.evidence;

import org.objectweb.asm.Label;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Where a method may go on from a handler of it, of the instructions that lead anywhere but to the next. */
final class MethodWays {
    /** An instruction after which the next is not simply the next. */
    private record Step(List<Label> to, boolean falls, boolean returns) {}

    private final List<Step> steps = new ArrayList<>();

    /** By label: the first of the steps after it. */
    private final Map<Label, Integer> labels = new HashMap<>();

    void label(Label label) {
        labels.put(label, steps.size());
    }

    void jump(Label to, boolean always) {
        steps.add(new Step(List.of(to), !always, false));
    }

    void choose(Label otherwise, Label... labels) {
        List<Label> all = new ArrayList<>(List.of(labels));
        all.add(otherwise);
        steps.add(new Step(all, false, false));
    }

    void leave(boolean returns) {
        steps.add(new Step(List.of(), false, returns));
    }

    /** Whether some way from a handler returns, or goes back to before it: whether not all of them throw. Linear. */
    boolean goesOn(Label handler) {
        int from = labels.get(handler);
        Set<Integer> seen = new HashSet<>();
        Deque<Integer> open = new ArrayDeque<>(List.of(from));
        while (!open.isEmpty()) {
            int at = open.pop();
            if (at >= steps.size() || !seen.add(at)) {
                continue;
            }
            Step step = steps.get(at);
            if (step.returns() || step.to().stream().anyMatch(label -> labels.get(label) < from)) {
                return true;
            }
            step.to().forEach(label -> open.push(labels.get(label)));
            if (step.falls()) {
                open.push(at + 1);
            }
        }
        return false;
    }
}
