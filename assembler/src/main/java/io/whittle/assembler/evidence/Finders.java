package io.whittle.assembler.evidence;

import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.analysis.AnalyzerException;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
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
    private final Predicate<String> elsewhere;
    private final Predicate<String> reachesElsewhere;
    private final String module;
    private final List<UnitUses.Named> names = new ArrayList<>();
    private final List<UnitUses.Asked> services = new ArrayList<>();
    private final Set<UnitUses.Call> calls = new LinkedHashSet<>();
    private final Set<UnitUses.Forward> forwards = new LinkedHashSet<>();
    private final List<UnitUses.Unknown> unknowns = new ArrayList<>();

    /** By name and descriptor: which parameters methods of the jar hand on to where something is found. */
    private final Map<String, Set<Integer>> handers = new HashMap<>();

    /**
     * For one jar.
     *
     * @param ofJdk whether a class, by its internal name, is the JDK's: its methods are known, and hand on to nobody
     * @param elsewhere whether one stands neither in this jar nor in the JDK
     * @param reachesElsewhere whether one does, or inherits from one that does
     */
    Finders(String module, Predicate<String> ofJdk, Predicate<String> elsewhere, Predicate<String> reachesElsewhere) {
        this.module = module;
        this.ofJdk = ofJdk;
        this.elsewhere = elsewhere;
        this.reachesElsewhere = reachesElsewhere;
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

    /** Reads the methods of a class in which something is found, or a class or the name of one handed on. */
    void read(ClassReader reader) throws AnalyzerException {
        ClassNode type = FinderMethods.of(reader, this::takesClass, this::takesName);
        for (MethodNode method : type.methods) {
            new FindingMethod(this, module, type, method).read();
        }
    }

    /** Adds methods that hand a parameter on and were not known to: those who call them are still to be read. */
    Map<String, Set<Integer>> newHanders() {
        Map<String, Set<Integer>> added = new HashMap<>();
        for (UnitUses.Forward forward : forwards) {
            boolean finds = forward.sink().isPresent()
                    || handers.getOrDefault(Handing.shape(forward.next()), Set.of())
                            .contains(forward.nextParameter());
            String shape = Handing.shape(forward.method());
            if (finds && !handers.getOrDefault(shape, Set.of()).contains(forward.parameter())) {
                added.computeIfAbsent(shape, key -> new HashSet<>()).add(forward.parameter());
            }
        }
        added.forEach((shape, parameters) ->
                handers.computeIfAbsent(shape, key -> new HashSet<>()).addAll(parameters));
        return added;
    }

    /**
     * Reads the methods of a class that call one of these.
     *
     * @param called by name and descriptor: the parameters of interest
     */
    void readCallers(ClassReader reader, Map<String, Set<Integer>> called) throws AnalyzerException {
        Predicate<MethodInsnNode> calls = call -> called.containsKey(call.name + call.desc) && isOwn(call.owner);
        ClassNode type = FinderMethods.calling(reader, calls);
        for (MethodNode method : type.methods) {
            new FindingMethod(this, module, type, method).readCalls(calls, called);
        }
    }

    boolean takesClass(MethodInsnNode call) {
        return takes(call, CLASS) && !ofJdk.test(call.owner);
    }

    /** Only of another jar: who calls the jar's own is read once it is known that a name is worth following. */
    boolean takesName(MethodInsnNode call) {
        return takes(call, TEXT) && reachesElsewhere.test(call.owner);
    }

    static boolean isClass(Type type) {
        return type.getDescriptor().equals(CLASS);
    }

    static boolean isText(Type type) {
        return type.getDescriptor().equals(TEXT);
    }

    private static boolean takes(MethodInsnNode call, String type) {
        int at = call.desc.indexOf(type);
        return at >= 0 && at < call.desc.indexOf(')');
    }

    private boolean isOwn(String owner) {
        return !owner.startsWith("[") && !ofJdk.test(owner) && !elsewhere.test(owner);
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
