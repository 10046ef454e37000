package io.whittle.assembler.evidence;

import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;

/** What one method tests for presence: modules and classes, by their names, each with its place. */
final class MethodTests {
    /** Who asks for these insists that the module is there. */
    private static final Set<String> INSISTING = Set.of("get", "orElseThrow");

    /** As what a method may take a text. */
    private static final Set<String> TEXTS =
            Set.of("Ljava/lang/String;", "Ljava/lang/CharSequence;", "Ljava/lang/Object;");

    /** Of a class or module. */
    private record Sought(String name, int at) {}

    private final OpenClass type;
    private final String owner;
    private final PresenceTests.OfMethod tests;
    private final List<Sought> sought = new ArrayList<>();
    private Optional<Sought> askedFor = Optional.empty();

    /** A class that a module was asked for, until it is clear whether it is compared with null. */
    private Optional<Sought> ofModule = Optional.empty();

    /** The item of a text that was loaded and that nothing has taken yet; 0 for none. */
    private int text;

    MethodTests(OpenClass type, PresenceTests.OfMethod tests) {
        this.type = type;
        this.owner = type.reader().getClassName();
        this.tests = tests;
    }

    /** What all methods of a class test, whatever they use; nothing where the class names none of what one tests with. Linear in its size. */
    static Optional<PresenceTests> of(OpenClass type) {
        if (!new ConstantPool(type.reader()).namesMethod(PresenceTests.BY)) {
            return Optional.empty();
        }
        PresenceTests tests = new PresenceTests();
        for (int method : type.layout().methods()) {
            int code = type.code(method);
            if (code > 0) {
                MethodTests of = new MethodTests(type, tests.of(type.name(method) + type.descriptor(method)));
                Instructions.show(type.reader(), code, of.seeing(Instructions.begin(code)));
                // Whether it is borne that a class is not found tells whoever looks at handlers.
                of.end(at -> false);
            }
        }
        return Optional.of(tests);
    }

    private Instructions.Seeing seeing(int begin) {
        return new Instructions.Seeing() {
            @Override
            public void item(int at, int opcode, int item) {
                MethodTests.this.item(at, opcode, item);
            }

            @Override
            public void jump(int at, int to, boolean always) {
                lead(type.reader().readByte(begin + at));
            }

            @Override
            public void choose(int at, int... to) {
                lead(type.reader().readByte(begin + at));
            }

            @Override
            public void leave(int at, boolean returns) {
                lead(type.reader().readByte(begin + at));
            }
        };
    }

    /** Sees the next instruction that uses an item. */
    void item(int at, int opcode, int item) {
        ofModule = Optional.empty();
        if (opcode == Opcodes.INVOKEDYNAMIC) {
            make(at, item);
            text = 0;
        } else if (opcode >= Opcodes.GETSTATIC && opcode <= Opcodes.PUTFIELD) {
            field(at, opcode, MemberItem.of(type.reader(), item, type.buffer()));
        } else if (opcode >= Opcodes.INVOKEVIRTUAL && opcode <= Opcodes.INVOKEINTERFACE) {
            call(at, MemberItem.of(type.reader(), item, type.buffer()));
        } else if (new ConstantPool(type.reader()).tag(item) == ConstantPool.STRING) {
            text = item;
        }
    }

    private void field(int at, int opcode, MemberItem field) {
        boolean isOwn = field.owner().equals(owner) && field.descriptor().equals("Z");
        if (isOwn && opcode == Opcodes.GETSTATIC) {
            tests.ask(field.name(), at);
        } else if (isOwn && opcode == Opcodes.PUTSTATIC) {
            tests.hold(field.name(), at);
        }
        if (opcode == Opcodes.PUTFIELD || opcode == Opcodes.PUTSTATIC) {
            text = 0;
        }
    }

    /** Sees the next instruction that leads elsewhere than to the next. */
    void lead(int opcode) {
        if (opcode == Opcodes.IFNULL || opcode == Opcodes.IFNONNULL) {
            ofModule.ifPresent(type -> tests.test(type.name(), type.at()));
        }
        ofModule = Optional.empty();
        text = 0;
    }

    private void call(int at, MemberItem called) {
        if (called.name().equals("findModule") && called.owner().equals("java/lang/ModuleLayer")) {
            askedFor = Optional.of(new Sought(text(), at));
        } else if (called.owner().equals("java/util/Optional")) {
            askedFor.filter(module -> !INSISTING.contains(called.name()))
                    .ifPresent(module -> tests.test(module.name(), module.at()));
            askedFor = Optional.empty();
        } else if (called.name().equals("forName") && called.descriptor().startsWith("(Ljava/lang/Module;")) {
            ofModule = Optional.of(new Sought(text(), at));
        } else if (called.name().equals("forName") && called.owner().equals("java/lang/Class")) {
            sought.add(new Sought(text(), at));
        } else if (called.owner().equals(owner) && called.descriptor().endsWith(")Z")) {
            tests.ask(called.name() + called.descriptor(), at);
        }
        if (takesText(called)) {
            text = 0;
        }
    }

    private static boolean takesText(MemberItem called) {
        String taken = called.descriptor().substring(0, called.descriptor().indexOf(')'));
        return called.owner().equals("java/lang/String") || TEXTS.stream().anyMatch(taken::contains);
    }

    private void make(int at, int item) {
        for (Object bound : type.bootstrap().arguments(item)) {
            if (bound instanceof Handle handle
                    && handle.getOwner().equals(owner)
                    && handle.getName().startsWith("lambda$")) {
                tests.make(handle.getName() + handle.getDesc(), at);
            }
        }
    }

    private String text() {
        return text > 0 ? type.reader().readUTF8(type.reader().getItem(text), type.buffer()) : "";
    }

    /**
     * Ends the method.
     *
     * @param bears whether at a place it is borne that a class is not found by its name
     */
    void end(IntPredicate bears) {
        sought.stream().filter(each -> bears.test(each.at())).forEach(each -> tests.test(each.name(), each.at()));
    }
}
