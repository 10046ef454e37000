package io.whittle.assembler.evidence;

import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.IincInsnNode;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MultiANewArrayInsnNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/** Makes nodes of ASM's kinds of the instructions of a method. */
final class InstructionNodes {
    private static final int ILOAD_0 = 26;
    private static final int ISTORE_0 = 59;
    private static final int LAST = 201;
    private static final int FROM_WIDE = 33;

    private final OpenClass type;
    private final ClassReader reader;
    private final MethodLabels labels;

    InstructionNodes(OpenClass type, MethodLabels labels) {
        this.type = type;
        this.reader = type.reader();
        this.labels = labels;
    }

    /**
     * The node of one instruction.
     *
     * @param at where it stands
     * @param begin where the first of the method does
     */
    AbstractInsnNode of(int at, int begin) {
        int opcode = reader.readByte(at);
        if (Instructions.usesItem(opcode)) {
            return withItem(opcode, at);
        }
        return opcode < Opcodes.IFEQ ? computing(opcode, at) : leading(opcode, at, begin);
    }

    private AbstractInsnNode computing(int opcode, int at) {
        if (opcode == Opcodes.BIPUSH) {
            return new IntInsnNode(opcode, (byte) reader.readByte(at + 1));
        }
        if (opcode == Opcodes.SIPUSH) {
            return new IntInsnNode(opcode, reader.readShort(at + 1));
        }
        if (opcode == Opcodes.IINC) {
            return new IincInsnNode(reader.readByte(at + 1), (byte) reader.readByte(at + 2));
        }
        if (opcode >= Opcodes.ILOAD && opcode <= Opcodes.ALOAD
                || opcode >= Opcodes.ISTORE && opcode <= Opcodes.ASTORE) {
            return new VarInsnNode(opcode, reader.readByte(at + 1));
        }
        if (opcode >= ILOAD_0 && opcode < Opcodes.IALOAD) {
            return ofFirstVariables(Opcodes.ILOAD, opcode - ILOAD_0);
        }
        if (opcode >= ISTORE_0 && opcode < Opcodes.IASTORE) {
            return ofFirstVariables(Opcodes.ISTORE, opcode - ISTORE_0);
        }
        return new InsnNode(opcode);
    }

    /** Of those whose opcode says of which of the first four variables they are. */
    private static AbstractInsnNode ofFirstVariables(int opcode, int number) {
        return new VarInsnNode(opcode + (number >> 2), number & 3);
    }

    private AbstractInsnNode leading(int opcode, int at, int begin) {
        int place = at - begin;
        return switch (opcode) {
            case Opcodes.RET -> new VarInsnNode(opcode, reader.readByte(at + 1));
            case Opcodes.NEWARRAY -> new IntInsnNode(opcode, reader.readByte(at + 1));
            case Opcodes.TABLESWITCH, Opcodes.LOOKUPSWITCH -> choosing(opcode, at, begin);
            case Instructions.WIDE -> wide(reader.readByte(at + 1), at);
            case Instructions.GOTO_W, Instructions.JSR_W ->
                new JumpInsnNode(opcode - FROM_WIDE, labels.at(place + reader.readInt(at + 1)));
            default -> {
                if (opcode <= Opcodes.JSR || opcode == Opcodes.IFNULL || opcode == Opcodes.IFNONNULL) {
                    yield new JumpInsnNode(opcode, labels.at(place + reader.readShort(at + 1)));
                }
                if (opcode > LAST) {
                    throw new IllegalArgumentException("there is no instruction " + opcode);
                }
                yield new InsnNode(opcode);
            }
        };
    }

    private AbstractInsnNode wide(int opcode, int at) {
        return opcode == Opcodes.IINC
                ? new IincInsnNode(reader.readUnsignedShort(at + 2), reader.readShort(at + 4))
                : new VarInsnNode(opcode, reader.readUnsignedShort(at + 2));
    }

    private AbstractInsnNode choosing(int opcode, int at, int begin) {
        int[] places = Instructions.choices(reader, at, begin, opcode);
        LabelNode otherwise = labels.at(places[0]);
        LabelNode[] to = new LabelNode[places.length - 1];
        for (int i = 0; i < to.length; i++) {
            to[i] = labels.at(places[i + 1]);
        }
        int table = Instructions.table(at, begin);
        if (opcode == Opcodes.TABLESWITCH) {
            return new TableSwitchInsnNode(reader.readInt(table + 4), reader.readInt(table + 8), otherwise, to);
        }
        int[] keys = new int[to.length];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = reader.readInt(table + 8 + 8 * i);
        }
        return new LookupSwitchInsnNode(otherwise, keys, to);
    }

    private AbstractInsnNode withItem(int opcode, int at) {
        int item = Instructions.item(reader, at, opcode);
        if (opcode < Opcodes.ILOAD) {
            return new LdcInsnNode(reader.readConst(item, type.buffer()));
        }
        if (opcode <= Opcodes.PUTFIELD) {
            MemberItem field = MemberItem.of(reader, item, type.buffer());
            return new FieldInsnNode(opcode, field.owner(), field.name(), field.descriptor());
        }
        if (opcode < Opcodes.INVOKEDYNAMIC) {
            MemberItem called = MemberItem.of(reader, item, type.buffer());
            boolean isInterface = reader.readByte(reader.getItem(item) - 1) == ConstantPool.INTERFACE_METHOD;
            return new MethodInsnNode(opcode, called.owner(), called.name(), called.descriptor(), isInterface);
        }
        if (opcode == Opcodes.INVOKEDYNAMIC) {
            return bound(item);
        }
        String named = reader.readUTF8(reader.getItem(item), type.buffer());
        return opcode == Opcodes.MULTIANEWARRAY
                ? new MultiANewArrayInsnNode(named, reader.readByte(at + 3))
                : new TypeInsnNode(opcode, named);
    }

    private AbstractInsnNode bound(int item) {
        int named = reader.getItem(reader.readUnsignedShort(reader.getItem(item) + 2));
        return new InvokeDynamicInsnNode(
                reader.readUTF8(named, type.buffer()),
                reader.readUTF8(named + 2, type.buffer()),
                type.bootstrap().method(item),
                type.bootstrap().arguments(item));
    }
}
