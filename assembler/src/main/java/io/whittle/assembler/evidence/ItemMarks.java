package io.whittle.assembler.evidence;

import io.whittle.assembler.jdkneeds.PossibleAsks;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.MethodInsnNode;

/** What makes a method worth more than a look, by the items of the constant pool that its instructions use. */
final class ItemMarks {
    /** A method that finds. */
    static final int FINDS = 1;

    /** One that takes a class. */
    static final int HANDS_CLASS = 2;

    /** One elsewhere that takes a text. */
    static final int HANDS_NAME = 4;

    /** A method or field that asks the JDK. */
    static final int ASKS = 8;

    /** A constant that is a class, or a cast to {@link Class}. */
    static final int CLASS = 16;

    /** A constant that may be a name. */
    static final int NAME = 32;

    /** The class {@link Class}, which is a mark where it is cast to. */
    private static final int OF_CLASS = 64;

    private final OpenClass type;
    private final ConstantPool pool;
    private final Finders finders;
    private final PossibleAsks asks;
    private final byte[] marks;

    /** Of a class. Linear in the size of its pool. */
    ItemMarks(OpenClass type, Finders finders, PossibleAsks asks) {
        this.type = type;
        this.pool = new ConstantPool(type.reader());
        this.finders = finders;
        this.asks = asks;
        this.marks = new byte[type.reader().getItemCount()];
        for (int item = 1; item < marks.length; item++) {
            marks[item] = (byte) find(item);
        }
    }

    /** The marks of an instruction that uses an item. */
    int of(int opcode, int item) {
        return switch (opcode) {
            case Opcodes.NEW, Opcodes.ANEWARRAY, Opcodes.INSTANCEOF, Opcodes.MULTIANEWARRAY -> 0;
            case Opcodes.CHECKCAST -> (marks[item] & OF_CLASS) != 0 ? CLASS : 0;
            default -> marks[item];
        };
    }

    private int find(int item) {
        int offset = type.reader().getItem(item);
        int tag = pool.tag(item);
        return switch (tag) {
            case ConstantPool.CLASS ->
                type.reader().readUTF8(offset, type.buffer()).equals("java/lang/Class") ? CLASS | OF_CLASS : CLASS;
            case ConstantPool.METHOD_TYPE -> CLASS;
            case ConstantPool.STRING -> NameShape.fits(type.reader().readUTF8(offset, type.buffer())) ? NAME : 0;
            default -> type.items().get(item) ? wanted(item, tag) : 0;
        };
    }

    private int wanted(int item, int tag) {
        return switch (tag) {
            case ConstantPool.FIELD -> asks(MemberItem.of(type.reader(), item, type.buffer()));
            case ConstantPool.METHOD, ConstantPool.INTERFACE_METHOD ->
                method(MemberItem.of(type.reader(), item, type.buffer()));
            case ConstantPool.INVOKE_DYNAMIC -> bound(type.bootstrap().arguments(item));
            default -> 0;
        };
    }

    private int method(MemberItem member) {
        return (Sinks.of(member.owner(), member.name(), member.descriptor()).isPresent() ? FINDS : 0)
                | (finders.takesClass(member.owner(), member.descriptor()) ? HANDS_CLASS : 0)
                | (finders.takesName(member.owner(), member.descriptor()) ? HANDS_NAME : 0)
                | asks(member);
    }

    private int asks(MemberItem member) {
        return asks.mayBe(member.owner(), member.name(), member.descriptor()) ? ASKS : 0;
    }

    private static int bound(Object[] handed) {
        for (MethodInsnNode call : CallingMethods.referred(handed)) {
            if (Sinks.of(call).isPresent()) {
                return FINDS;
            }
        }
        return 0;
    }
}
