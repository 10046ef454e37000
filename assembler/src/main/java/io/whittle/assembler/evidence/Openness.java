package io.whittle.assembler.evidence;

import org.objectweb.asm.Type;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Parameters that are handed on and may be anything: nobody is seen who calls the method, or one does with what is made at run time. What
 * is handed on from there may be anything, too.
 */
final class Openness {
    private final Handing handing;
    private final Set<Parameter> open = new HashSet<>();
    private final Map<Parameter, Set<Parameter>> next = new HashMap<>();

    private record Parameter(String method, int index) {}

    Openness(Collection<UnitUses> units, Handing handing) {
        this.handing = handing;
        Set<Parameter> all = new HashSet<>();
        Set<Parameter> called = new HashSet<>();
        Deque<Parameter> toSpread = new ArrayDeque<>();
        for (UnitUses unit : units) {
            for (UnitUses.Call call : unit.calls()) {
                for (String method : handing.reached(call.method())) {
                    called.add(new Parameter(method, call.parameter()));
                    if (call.constant().isEmpty()) {
                        toSpread.add(new Parameter(method, call.parameter()));
                    }
                }
            }
            for (UnitUses.Forward forward : unit.forwards()) {
                Parameter from = new Parameter(forward.method(), forward.parameter());
                all.add(from);
                for (String method : handing.reached(forward.next())) {
                    Parameter to = new Parameter(method, forward.nextParameter());
                    next.computeIfAbsent(from, key -> new HashSet<>()).add(to);
                    called.add(to);
                }
            }
        }
        all.stream().filter(each -> !called.contains(each)).forEach(toSpread::add);
        units.forEach(unit -> addUnnamed(unit, all, toSpread));
        spread(toSpread);
    }

    /** Where a method of another jar is called from more places than hand it something they name. */
    private void addUnnamed(UnitUses unit, Set<Parameter> all, Deque<Parameter> toSpread) {
        Map<Parameter, Set<CodePlace>> named = new HashMap<>();
        unit.calls()
                .forEach(call -> named.computeIfAbsent(
                                new Parameter(call.method(), call.parameter()), key -> new HashSet<>())
                        .add(call.place()));
        unit.forwards().stream()
                .filter(forward -> forward.sink().isEmpty())
                .forEach(forward -> named.computeIfAbsent(
                                new Parameter(forward.next(), forward.nextParameter()), key -> new HashSet<>())
                        .add(forward.place()));
        unit.handed().forEach((method, sites) -> {
            for (String reached : handing.reached(method)) {
                for (int index = 0; index < Type.getArgumentTypes(Handing.descriptor(method)).length; index++) {
                    Set<CodePlace> places = named.getOrDefault(new Parameter(method, index), Set.of());
                    Parameter parameter = new Parameter(reached, index);
                    if (all.contains(parameter) && isText(method, index) && places.size() < sites) {
                        toSpread.add(parameter);
                    }
                }
            }
        });
    }

    private static boolean isText(String method, int index) {
        return Finders.isText(Type.getArgumentTypes(Handing.descriptor(method))[index]);
    }

    private void spread(Deque<Parameter> toSpread) {
        while (!toSpread.isEmpty()) {
            Parameter parameter = toSpread.pop();
            if (open.add(parameter)) {
                toSpread.addAll(next.getOrDefault(parameter, Set.of()));
            }
        }
    }

    /** Whether what a method hands on may be anything. */
    boolean isOpen(UnitUses.Forward forward) {
        return open.contains(new Parameter(forward.method(), forward.parameter()));
    }
}
