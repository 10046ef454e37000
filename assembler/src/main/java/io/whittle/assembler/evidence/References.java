package io.whittle.assembler.evidence;

import org.objectweb.asm.Type;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Collects which classes elsewhere the methods and declarations of a jar's classes name. Annotations are passed over: the JVM does
 * without the class of one, and says nothing.
 */
final class References {
    private final String module;
    private final Elsewhere elsewhere;
    private final Predicate<String> reachesElsewhere;
    private final Map<Key, Found> found = new HashMap<>();
    private final SortedMap<String, Integer> handed = new TreeMap<>();

    /** By descriptor: the classes elsewhere that it names. Few descriptors stand in many instructions. */
    private final Map<String, List<String>> elsewhereIn = new HashMap<>();

    /** What is told together. */
    private record Key(String target, boolean optional, List<String> guards) {
        private static final Comparator<Key> ORDER = Comparator.comparing(Key::target)
                .thenComparing(Key::optional)
                .thenComparing(key -> key.guards().toString());

        UnitUses.Reference reference(Found found) {
            return new UnitUses.Reference(
                    target.replace('/', '.'), optional, new TreeSet<>(guards), List.copyOf(found.places), found.count);
        }
    }

    private static final class Found {
        private final TreeSet<CodePlace> places = new TreeSet<>();
        private int count;

        void add(CodePlace place) {
            count++;
            // Classes come by name, so that most places come too late.
            if (places.size() < UnitReader.MOST_PLACES || place.compareTo(places.last()) < 0) {
                places.add(place);
                if (places.size() > UnitReader.MOST_PLACES) {
                    places.pollLast();
                }
            }
        }
    }

    /**
     * For one jar.
     *
     * @param elsewhere which classes stand in other jars of the path
     * @param reachesElsewhere whether a class, by its internal name, does, or inherits from one that does
     */
    References(String module, Elsewhere elsewhere, Predicate<String> reachesElsewhere) {
        this.module = module;
        this.elsewhere = elsewhere;
        this.reachesElsewhere = reachesElsewhere;
    }

    /** Reads a class. Linear in its size. */
    void read(OpenClass type) {
        new ClassReferences(this, module, type).read();
    }

    /** What was found, by target. */
    List<UnitUses.Reference> all() {
        return found.keySet().stream()
                .sorted(Key.ORDER)
                .map(key -> key.reference(found.get(key)))
                .toList();
    }

    /** Takes a use. */
    void add(String target, boolean optional, List<String> guards, CodePlace place) {
        found.computeIfAbsent(new Key(target, optional, guards), key -> new Found())
                .add(place);
    }

    /** From how many places each method elsewhere is called that takes a string. */
    SortedMap<String, Integer> handed() {
        return handed;
    }

    /** Takes that a method elsewhere which takes a string is called, or handed on as a function. */
    void handed(String method) {
        handed.merge(method, 1, Integer::sum);
    }

    /** Whether a method takes a string, and may be elsewhere. */
    boolean takesText(MemberItem member) {
        int at = member.descriptor().indexOf("Ljava/lang/String;");
        return at >= 0 && at < member.descriptor().indexOf(')') && reachesElsewhere.test(member.owner());
    }

    Elsewhere elsewhere() {
        return elsewhere;
    }

    /** The classes elsewhere that a descriptor names, by their internal names. */
    List<String> elsewhereIn(String descriptor) {
        return elsewhereIn.computeIfAbsent(
                descriptor,
                text -> named(Type.getType(text)).stream()
                        .filter(elsewhere::has)
                        .toList());
    }

    /** Whether a class, by its internal name, stands elsewhere. */
    boolean isElsewhere(String type) {
        return elsewhere.has(type);
    }

    /** The classes a type names, by their internal names. */
    private static List<String> named(Type type) {
        return switch (type.getSort()) {
            case Type.OBJECT -> List.of(type.getInternalName());
            case Type.ARRAY -> named(type.getElementType());
            case Type.METHOD -> {
                List<String> names = new ArrayList<>(named(type.getReturnType()));
                for (Type argument : type.getArgumentTypes()) {
                    names.addAll(named(argument));
                }
                yield names;
            }
            default -> List.of();
        };
    }
}
