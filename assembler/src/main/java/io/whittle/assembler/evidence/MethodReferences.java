package io.whittle.assembler.evidence;

import org.objectweb.asm.ClassReader;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The classes elsewhere that one method names, each with its line and whether the method would go on without it. */
final class MethodReferences implements Instructions.Seeing {
    /** What is thrown where a class is missing, and what takes that. */
    private static final Set<String> BEARING = Set.of(
            "java/lang/NoClassDefFoundError", "java/lang/LinkageError", "java/lang/Error", "java/lang/Throwable");

    /** What takes that a class is not found by its name. */
    private static final Set<String> NOT_FOUND = Set.of(
            "java/lang/ClassNotFoundException",
            "java/lang/ReflectiveOperationException",
            "java/lang/Exception",
            "java/lang/Throwable");

    /** What a method declares stands at no instruction. */
    private static final int NOWHERE = -1;

    private static final int HANDLER = 8;

    /** One use, before it is known what the method catches and tests. */
    record Use(String target, int line, int at) {}

    private record Once(String target, int line, boolean borne) {}

    private record Catch(int from, int to, int handler, String type) {}

    /** Takes what was found, once the whole method is known. */
    @FunctionalInterface
    interface Found {
        void take(Use use, boolean optional);
    }

    private final References references;
    private final OpenClass type;
    private final PoolTargets targets;
    private final Optional<MethodTests> tests;
    private final List<Use> uses = new ArrayList<>();
    private final List<Catch> catches = new ArrayList<>();
    private final MethodWays ways = new MethodWays();
    private Optional<Lines> lines = Optional.empty();
    private int begin;
    private int codeAttributes;

    /**
     * For one method.
     *
     * @param tests what it tests for presence, where the class tests for any
     */
    MethodReferences(References references, OpenClass type, PoolTargets targets, Optional<MethodTests> tests) {
        this.references = references;
        this.type = type;
        this.targets = targets;
        this.tests = tests;
    }

    /** Takes what the method declares. */
    void declared(List<String> named) {
        named.forEach(target -> uses.add(new Use(target, 0, NOWHERE)));
    }

    /** Reads the method's code. */
    void code(int code) {
        begin = Instructions.begin(code);
        handlers(Instructions.end(type.reader(), code));
        Instructions.show(type.reader(), code, this);
    }

    private void handlers(int handlers) {
        ClassReader reader = type.reader();
        int at = handlers + 2;
        for (int left = reader.readUnsignedShort(handlers); left > 0; left--) {
            int item = reader.readUnsignedShort(at + 6);
            if (item > 0) {
                String caught = reader.readUTF8(reader.getItem(item), type.buffer());
                if (BEARING.contains(caught) || NOT_FOUND.contains(caught)) {
                    catches.add(new Catch(
                            reader.readUnsignedShort(at),
                            reader.readUnsignedShort(at + 2),
                            reader.readUnsignedShort(at + 4),
                            caught));
                }
                declared(targets.of(item).targets());
            }
            at += HANDLER;
        }
        codeAttributes = at;
    }

    @Override
    public void item(int at, int opcode, int item) {
        if (type.items().get(item)) {
            PoolTargets.Item named = targets.of(item);
            for (String target : named.targets()) {
                uses.add(new Use(target, line(at), at));
            }
            named.handed().forEach(references::handed);
        }
        tests.ifPresent(each -> each.item(at, opcode, item));
    }

    private int line(int at) {
        if (lines.isEmpty()) {
            lines = Optional.of(Lines.of(type.reader(), codeAttributes));
        }
        return lines.get().at(at);
    }

    @Override
    public void jump(int at, int to, boolean always) {
        lead(at);
        if (!catches.isEmpty()) {
            ways.jump(at, to, always);
        }
    }

    @Override
    public void choose(int at, int... to) {
        lead(at);
        if (!catches.isEmpty()) {
            ways.choose(at, to);
        }
    }

    @Override
    public void leave(int at, boolean returns) {
        lead(at);
        if (!catches.isEmpty()) {
            ways.leave(at, returns);
        }
    }

    private void lead(int at) {
        tests.ifPresent(each -> each.lead(type.reader().readByte(begin + at)));
    }

    /** Ends the method. */
    void end(Found found) {
        catches.removeIf(each -> !ways.goesOn(each.handler()));
        tests.ifPresent(each -> each.end(at -> isIn(at, NOT_FOUND)));
        Set<Once> once = new HashSet<>();
        for (Use use : uses) {
            // One line that names a class three times is one place.
            boolean borne = isIn(use.at(), BEARING);
            if (once.add(new Once(use.target(), use.line(), borne))) {
                found.take(use, borne);
            }
        }
    }

    /** Whether a place is where one of these is caught and the method goes on. */
    private boolean isIn(int at, Set<String> types) {
        for (Catch each : catches) {
            if (each.from() <= at && at < each.to() && types.contains(each.type())) {
                return true;
            }
        }
        return false;
    }
}
