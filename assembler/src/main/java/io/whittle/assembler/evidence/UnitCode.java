package io.whittle.assembler.evidence;

import io.whittle.assembler.jdkneeds.PossibleAsks;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Reads the classes of one jar, each no further than it is worth: its constant pool; where that names another jar, or a method that finds or
 * asks, its methods once over; and of those that do, trees. First {@link #see} every class, then {@link #read} those that are worth it, then
 * {@link #readCallers} as long as there is someone whose callers count.
 */
final class UnitCode {
    /** Of what finds or asks, or tests for presence. */
    private static final MemberNames MEMBERS = new MemberNames();

    static {
        Sinks.NAMES.forEach(MEMBERS::add);
        MEMBERS.add("findModule");
        PossibleAsks.members().forEach(member -> MEMBERS.add(member.owner(), member.name()));
    }

    private final Elsewhere elsewhere;
    private final Predicate<String> ofJdk;
    private final References references;
    private final Finders finders;
    private final JdkAskReader asks;
    private final SortedMap<String, List<String>> parents = new TreeMap<>();
    private final Map<String, Boolean> reaching = new HashMap<>();

    /**
     * For one jar.
     *
     * @param ofJdk whether a class, by its internal name, is the JDK's
     */
    UnitCode(String module, Elsewhere elsewhere, Predicate<String> ofJdk) {
        this.elsewhere = elsewhere;
        this.ofJdk = ofJdk;
        this.references = new References(module, elsewhere, this::reachesElsewhere);
        this.finders = new Finders(module, ofJdk, this::reachesElsewhere, parents);
        this.asks = new JdkAskReader(module);
    }

    References references() {
        return references;
    }

    Finders finders() {
        return finders;
    }

    JdkAskReader asks() {
        return asks;
    }

    /** By class: what it extends and implements, those of the JDK left out. */
    SortedMap<String, List<String>> parents() {
        return parents;
    }

    /**
     * A class that was seen.
     *
     * @param names whether it names another jar
     * @param marks whether methods of it may be worth more than a look
     * @param calls by {@link NameHash}: the methods it calls that take a class or a string
     */
    record Seen(boolean names, boolean marks, long[] calls) {
        boolean isWorthReading() {
            return names || marks;
        }
    }

    /** Takes whom a class inherits from, and looks into its constant pool. */
    Seen see(ClassReader reader) {
        List<String> above = above(reader);
        if (!above.isEmpty()) {
            parents.put(reader.getClassName(), above);
        }
        ConstantPool pool = new ConstantPool(reader);
        boolean names = pool.namesElsewhere(elsewhere);
        PossibleAsks possible = PossibleAsks.of(reader);
        // What is only handed on counts where another jar is named at all.
        boolean marks = pool.namesMember(
                        MEMBERS,
                        names,
                        (owner, name, descriptor) ->
                                Sinks.of(owner, name, descriptor).isPresent()
                                        || names && finders.takesClass(owner, descriptor)
                                        || possible.mayBe(owner, name, descriptor))
                || names && pool.holdsName();
        return new Seen(names, marks, pool.takingMethods());
    }

    private List<String> above(ClassReader reader) {
        List<String> above = new ArrayList<>();
        if (reader.getSuperName() != null && !ofJdk.test(reader.getSuperName())) {
            above.add(reader.getSuperName());
        }
        for (String each : reader.getInterfaces()) {
            if (!ofJdk.test(each)) {
                above.add(each);
            }
        }
        return List.copyOf(above);
    }

    /** Reads a class that is worth it, once all have been seen. */
    void read(ClassReader reader, Seen seen) {
        OpenClass type =
                OpenClass.of(reader, new ConstantPool(reader).wanted(elsewhere, MEMBERS, this::reachesElsewhere));
        if (seen.names()) {
            references.read(type);
        }
        if (!seen.marks()) {
            return;
        }
        MarkedMethods marked = MarkedMethods.of(type, finders, PossibleAsks.of(reader));
        if (!marked.isEmpty()) {
            follow(type, marked);
        }
    }

    private void follow(OpenClass open, MarkedMethods marked) {
        ClassNode type = marked.trees();
        for (MethodNode method : type.methods) {
            if (marked.isFinding(method)) {
                finders.read(type, method);
            }
        }
        if (marked.isAnyAsking()) {
            asks.read(type, marked, MethodTests.of(open));
        }
    }

    /** Whether a class stands elsewhere, or inherits from one that does. */
    private boolean reachesElsewhere(String type) {
        Boolean before = reaching.get(type);
        if (before == null) {
            // A circle, which no JVM loads, ends here.
            reaching.put(type, false);
            before = elsewhere.has(type)
                    || parents.getOrDefault(type, List.of()).stream().anyMatch(this::reachesElsewhere);
            reaching.put(type, before);
        }
        return before;
    }
}
