package io.whittle.assembler.evidence;

import io.whittle.assembler.evidence.UnitUses.Sink;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which methods hand a parameter on to one that finds or loads, over however many others. A call reaches the method of the class it names,
 * of those above it and of those below it.
 */
final class Handing {
    private static final Sink[] SINKS = Sink.values();

    private final Map<Key, Boolean> bears = new HashMap<>();
    private final Hierarchy hierarchy;

    /** By name and descriptor: the methods that hand something on. */
    private final Map<String, Set<String>> handers = new HashMap<>();

    private final Map<String, List<String>> reached = new HashMap<>();

    private record Key(String method, int parameter, Sink sink) {}

    Handing(Collection<UnitUses> units) {
        hierarchy = new Hierarchy(units.stream().map(UnitUses::parents).toList());
        for (UnitUses unit : units) {
            for (UnitUses.Forward forward : unit.forwards()) {
                handers.computeIfAbsent(shape(forward.method()), key -> new LinkedHashSet<>())
                        .add(forward.method());
                forward.sink()
                        .ifPresent(
                                sink -> put(new Key(forward.method(), forward.parameter(), sink), forward.optional()));
            }
        }
        List<UnitUses.Forward> toHanders = units.stream()
                .flatMap(unit -> unit.forwards().stream())
                .filter(forward -> forward.sink().isEmpty())
                .filter(forward -> !reached(forward.next()).isEmpty())
                .toList();
        // Each round hands on over one method more; there are at most as many as methods, and in fact two or three.
        boolean grows = true;
        while (grows) {
            grows = false;
            for (UnitUses.Forward forward : toHanders) {
                grows |= handOn(forward);
            }
        }
    }

    /** Name and descriptor of a method, without its class. */
    static String shape(String method) {
        return method.substring(method.indexOf('.') + 1);
    }

    static String descriptor(String method) {
        return method.substring(method.indexOf('('));
    }

    /** The methods that hand something on and that a call of this one may reach. */
    List<String> reached(String method) {
        return reached.computeIfAbsent(method, this::find);
    }

    private List<String> find(String method) {
        return handers.getOrDefault(shape(method), Set.of()).stream()
                .filter(hander -> hierarchy.reaches(owner(method), owner(hander), shape(method)))
                .toList();
    }

    static String owner(String method) {
        return method.substring(0, method.indexOf('.'));
    }

    private boolean handOn(UnitUses.Forward forward) {
        boolean grows = false;
        for (Sink sink : SINKS) {
            Optional<Boolean> borne = of(forward.next(), forward.nextParameter(), sink, forward.optional());
            if (borne.isPresent()) {
                grows |= put(new Key(forward.method(), forward.parameter(), sink), borne.get());
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

    /**
     * Whether what is handed to a method ends in a sink, and if so, whether the code goes on where nothing is found. Services come back
     * through all on the way, each of whom may insist on one; that a name is not found is over where the first of them bears it.
     *
     * @param optional whether who hands it to the method goes on
     */
    Optional<Boolean> of(String method, int parameter, Sink sink, boolean optional) {
        Optional<Boolean> borne = Optional.empty();
        for (String each : reached(method)) {
            Boolean bearing = bears.get(new Key(each, parameter, sink));
            if (bearing != null) {
                boolean all = sink == Sink.SERVICE ? bearing && optional : bearing || optional;
                borne = Optional.of(all && borne.orElse(true));
            }
        }
        return borne;
    }
}
