package io.whittle.assembler.evidence;

import io.whittle.assembler.evidence.UnitUses.Sink;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which methods hand a parameter on to one that finds or loads, over however many others. */
final class Handing {
    private final Map<Key, Boolean> bears = new HashMap<>();
    private final Set<Key> called = new HashSet<>();

    private record Key(String method, int parameter, Sink sink) {}

    Handing(Collection<UnitUses> units) {
        for (UnitUses unit : units) {
            for (UnitUses.Forward forward : unit.forwards()) {
                forward.sink()
                        .ifPresent(
                                sink -> put(new Key(forward.method(), forward.parameter(), sink), forward.optional()));
            }
        }
        // Each round hands on over one method more; there are at most as many as methods, and in fact two or three.
        boolean grows = true;
        while (grows) {
            grows = false;
            for (UnitUses unit : units) {
                for (UnitUses.Forward forward : unit.forwards()) {
                    grows |= handOn(forward);
                }
            }
        }
        for (UnitUses unit : units) {
            for (UnitUses.Call call : unit.calls()) {
                markCalled(call.method(), call.parameter(), units);
            }
        }
    }

    private boolean handOn(UnitUses.Forward forward) {
        boolean grows = false;
        if (forward.sink().isEmpty()) {
            for (Sink sink : Sink.values()) {
                Boolean next = bears.get(new Key(forward.next(), forward.nextParameter(), sink));
                if (next != null) {
                    grows |= put(new Key(forward.method(), forward.parameter(), sink), next && forward.optional());
                }
            }
        }
        return grows;
    }

    /** What is not borne on one way is not borne. */
    private boolean put(Key key, boolean optional) {
        Boolean known = bears.get(key);
        if (known == null || known && !optional) {
            bears.put(key, optional);
            return true;
        }
        return false;
    }

    private void markCalled(String method, int parameter, Collection<UnitUses> units) {
        for (Sink sink : Sink.values()) {
            if (bears.containsKey(new Key(method, parameter, sink)) && called.add(new Key(method, parameter, sink))) {
                for (UnitUses unit : units) {
                    unit.forwards().stream()
                            .filter(forward -> forward.sink().isEmpty()
                                    && forward.method().equals(method)
                                    && forward.parameter() == parameter)
                            .forEach(forward -> markCalled(forward.next(), forward.nextParameter(), units));
                }
            }
        }
    }

    /** Whether what is handed to a method ends in a sink, and if so, whether all on the way go on where nothing is found. */
    Optional<Boolean> of(String method, int parameter, Sink sink) {
        return Optional.ofNullable(bears.get(new Key(method, parameter, sink)));
    }

    /** Whether somebody hands the method something he names. */
    boolean isCalled(UnitUses.Forward forward) {
        return forward.sink()
                .filter(sink -> called.contains(new Key(forward.method(), forward.parameter(), sink)))
                .isPresent();
    }
}
