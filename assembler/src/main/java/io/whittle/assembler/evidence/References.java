package io.whittle.assembler.evidence;

import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    private final Predicate<String> elsewhere;
    private final Predicate<String> reachesElsewhere;
    private final Map<Key, Found> found = new TreeMap<>();
    private boolean handsName;
    private final Map<String, Integer> handed = new HashMap<>();

    /** By descriptor: the classes elsewhere that it names. Few descriptors stand in many instructions. */
    private final Map<String, List<String>> elsewhereIn = new HashMap<>();

    /** What is told together. */
    private record Key(String target, boolean optional, List<String> guards) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int byTarget = target.compareTo(other.target);
            int byStrength = byTarget == 0 ? Boolean.compare(optional, other.optional) : byTarget;
            return byStrength == 0 ? guards.toString().compareTo(other.guards.toString()) : byStrength;
        }
    }

    private static final class Found {
        private final TreeSet<CodePlace> places = new TreeSet<>();
        private int count;

        void add(CodePlace place) {
            count++;
            places.add(place);
            if (places.size() > UnitReader.MOST_PLACES) {
                places.pollLast();
            }
        }
    }

    /**
     * For one jar.
     *
     * @param elsewhere whether a class, by its internal name, stands neither in this jar nor in the JDK
     * @param reachesElsewhere whether one does, or inherits from one that does
     */
    References(String module, Predicate<String> elsewhere, Predicate<String> reachesElsewhere) {
        this.module = module;
        this.elsewhere = elsewhere;
        this.reachesElsewhere = reachesElsewhere;
    }

    /**
     * Reads one class. Linear in its size.
     *
     * @return whether a method of it hands a string that may be a name to another jar
     */
    boolean read(ClassReader reader) {
        handsName = false;
        reader.accept(new OfClass(), ClassReader.SKIP_FRAMES);
        return handsName;
    }

    /** What was found, by target. */
    List<UnitUses.Reference> all() {
        List<UnitUses.Reference> all = new ArrayList<>();
        found.forEach((key, each) -> all.add(new UnitUses.Reference(
                key.target(), key.optional(), new TreeSet<>(key.guards()), List.copyOf(each.places), each.count)));
        return all;
    }

    /** A use whose guards are known once all methods of the class are. */
    private record InMethod(String method, MethodReferences.Use use, boolean optional, CodePlace place) {}

    private final class OfClass extends ClassVisitor {
        private String name = "";
        private Optional<String> file = Optional.empty();
        private final List<String> declared = new ArrayList<>();
        private final List<InMethod> inMethods = new ArrayList<>();
        private final PresenceTests tests = new PresenceTests();

        OfClass() {
            super(Opcodes.ASM9);
        }

        @Override
        public void visit(
                int version, int access, String className, String signature, String superName, String[] interfaces) {
            name = className;
            if (superName != null) {
                declared.add(superName);
            }
            declared.addAll(List.of(interfaces));
        }

        @Override
        public void visitSource(String source, String debug) {
            file = Optional.ofNullable(source);
        }

        @Override
        public FieldVisitor visitField(int access, String field, String descriptor, String signature, Object value) {
            elsewhereIn(descriptor).forEach(target -> add(target, field));
            return null;
        }

        @Override
        public MethodVisitor visitMethod(
                int access, String method, String descriptor, String signature, String[] exceptions) {
            String key = method + descriptor;
            MethodReferences visitor = new MethodReferences(
                    References.this,
                    name,
                    tests.of(key),
                    (use, optional) -> inMethods.add(new InMethod(key, use, optional, place(method, use.line()))));
            visitor.describe(descriptor);
            if (exceptions != null) {
                List.of(exceptions).forEach(visitor::use);
            }
            return visitor;
        }

        @Override
        public void visitEnd() {
            declared.forEach(target -> add(target, ""));
            for (InMethod each : inMethods) {
                List<String> guards = tests.before(each.method(), each.use().at());
                References.this.add(each.use().target(), each.optional(), guards, each.place());
            }
        }

        private void add(String target, String member) {
            if (elsewhere.test(target)) {
                References.this.add(target, false, List.of(), place(member, 0));
            }
        }

        CodePlace place(String member, int line) {
            return new CodePlace(module, name.replace('/', '.'), member, file, line);
        }
    }

    private void add(String target, boolean optional, List<String> guards, CodePlace place) {
        found.computeIfAbsent(new Key(target.replace('/', '.'), optional, guards), key -> new Found())
                .add(place);
    }

    /** From how many places each method elsewhere is called that takes a string. */
    SortedMap<String, Integer> handed() {
        return new TreeMap<>(handed);
    }

    /**
     * Takes that a method is called, or handed on as a function.
     *
     * @param named whether there is a name that it may get
     */
    void call(String target, String method, String descriptor, boolean named) {
        if (takesText(descriptor) && reachesElsewhere.test(target)) {
            handsName |= named;
            handed.merge(target + "." + method + descriptor, 1, Integer::sum);
        }
    }

    private static boolean takesText(String descriptor) {
        int at = descriptor.indexOf("Ljava/lang/String;");
        return at >= 0 && at < descriptor.indexOf(')');
    }

    /** The classes elsewhere that a descriptor names, by their internal names. */
    List<String> elsewhereIn(String descriptor) {
        return elsewhereIn.computeIfAbsent(
                descriptor,
                text -> named(Type.getType(text)).stream().filter(elsewhere).toList());
    }

    /** Whether a class, by its internal name, stands elsewhere. */
    boolean isElsewhere(String type) {
        return elsewhere.test(type);
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
