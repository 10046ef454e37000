package io.whittle.assembler.evidence;

import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Follows what is handed to methods that find things by name or load services, in the classes of one jar: to constants, to parameters of
 * the method around them, or to nowhere. Then it reads those who call a method of the jar that hands a parameter on.
 */
final class Finders {
    private static final String CLASS = "Ljava/lang/Class;";
    private static final String TEXT = "Ljava/lang/String;";

    private final Predicate<String> ofJdk;
    private final Predicate<String> reachesElsewhere;
    private final String module;
    private final List<UnitUses.Named> names = new ArrayList<>();
    private final List<UnitUses.Asked> services = new ArrayList<>();
    private final Set<UnitUses.Call> calls = new LinkedHashSet<>();
    private final Set<UnitUses.Forward> forwards = new LinkedHashSet<>();
    private final List<UnitUses.Unknown> unknowns = new ArrayList<>();

    /** What is known so far. */
    private final Handers handers;

    private final Hierarchy hierarchy;

    /**
     * For one jar.
     *
     * @param ofJdk whether a class, by its internal name, is the JDK's: its methods are known, and hand on to nobody
     * @param reachesElsewhere whether one stands in another jar of the path, or inherits from one that does
     * @param parents by class of the jar: what it extends and implements
     */
    Finders(
            String module,
            Predicate<String> ofJdk,
            Predicate<String> reachesElsewhere,
            Map<String, List<String>> parents) {
        this.module = module;
        this.ofJdk = ofJdk;
        this.reachesElsewhere = reachesElsewhere;
        this.hierarchy = new Hierarchy(List.of(parents));
        this.handers = new Handers(hierarchy);
    }

    List<UnitUses.Named> names() {
        return names;
    }

    List<UnitUses.Asked> services() {
        return services;
    }

    List<UnitUses.Call> calls() {
        return List.copyOf(calls);
    }

    List<UnitUses.Forward> forwards() {
        return List.copyOf(forwards);
    }

    List<UnitUses.Unknown> unknowns() {
        return unknowns;
    }

    /** Reads a method in which something is found, or a class or the name of one handed on. */
    void read(ClassNode type, MethodNode method) {
        new FindingMethod(this, module, type, method).read();
    }

    /** Methods that hand a class or a name on and were not known to: those who call them are still to be read. */
    Handers newHanders() {
        Handers added = new Handers(hierarchy);
        for (UnitUses.Forward forward : forwards) {
            boolean finds = forward.sink().isPresent()
                    || handers.reachedBy(forward.next()).contains(forward.nextParameter());
            if (finds && isNamed(forward) && handers.add(forward.method(), forward.parameter())) {
                added.add(forward.method(), forward.parameter());
            }
        }
        return added;
    }

    /** Whoever takes any object takes too many. */
    private static boolean isNamed(UnitUses.Forward forward) {
        Type type = Type.getArgumentTypes(Handing.descriptor(forward.method()))[forward.parameter()];
        return isClass(type) || isText(type);
    }

    /** Reads the methods of a class that call one of these. */
    void readCallers(ClassReader reader, Handers called) {
        ClassNode type =
                CallingMethods.trees(reader, call -> !called.reachedBy(call).isEmpty());
        for (MethodNode method : type.methods) {
            new FindingMethod(this, module, type, method).readCalls(called);
        }
    }

    boolean takesClass(String owner, String descriptor) {
        return takes(descriptor, CLASS) && !ofJdk.test(owner);
    }

    /** Only of another jar: who calls the jar's own is read once it is known that a name is worth following. */
    boolean takesName(String owner, String descriptor) {
        return takes(descriptor, TEXT) && reachesElsewhere.test(owner);
    }

    static boolean isClass(Type type) {
        return type.getDescriptor().equals(CLASS);
    }

    static boolean isText(Type type) {
        return type.getDescriptor().equals(TEXT);
    }

    private static boolean takes(String descriptor, String type) {
        int at = descriptor.indexOf(type);
        return at >= 0 && at < descriptor.indexOf(')');
    }

    void add(UnitUses.Named named) {
        names.add(named);
    }

    void add(UnitUses.Asked asked) {
        services.add(asked);
    }

    void add(UnitUses.Call call) {
        calls.add(call);
    }

    void add(UnitUses.Forward forward) {
        forwards.add(forward);
    }

    void add(UnitUses.Unknown unknown) {
        unknowns.add(unknown);
    }
}
