package io.whittle.assembler.evidence;

import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Type;

import java.util.ArrayList;
import java.util.List;

/** The classes elsewhere that items of a constant pool name. Each is told once, however many instructions use it. */
final class PoolTargets {
    private static final Item NOTHING = new Item(List.of(), List.of());

    private final References references;
    private final OpenClass type;
    private final ConstantPool pool;
    private final Item[] items;

    /**
     * What an item names.
     *
     * @param targets classes elsewhere, by their internal names
     * @param handed methods elsewhere that take a string
     */
    record Item(List<String> targets, List<String> handed) {}

    PoolTargets(References references, OpenClass type) {
        this.references = references;
        this.type = type;
        this.pool = new ConstantPool(type.reader());
        this.items = new Item[type.reader().getItemCount()];
        tellAll();
    }

    /** What an item names. */
    Item of(int item) {
        return items[item] == null ? NOTHING : items[item];
    }

    /** All at once: told where an instruction is seen first, it would be optimized together with all that sees one. */
    private void tellAll() {
        for (int item = type.items().nextSetBit(0);
                item >= 0;
                item = type.items().nextSetBit(item + 1)) {
            Collecting collecting = new Collecting();
            collecting.item(item);
            items[item] = collecting.collected();
        }
    }

    /**
     * What a descriptor names.
     *
     * @param at where the number of its text stands
     */
    List<String> inDescriptor(int at) {
        ClassReader reader = type.reader();
        int text = reader.getItem(reader.readUnsignedShort(at));
        return pool.mayNameElsewhere(text, references.elsewhere())
                ? references.elsewhereIn(reader.readUTF8(at, type.buffer()))
                : List.of();
    }

    private final class Collecting {
        private final List<String> targets = new ArrayList<>(2);
        private final List<String> handed = new ArrayList<>(2);

        Item collected() {
            return targets.isEmpty() && handed.isEmpty()
                    ? NOTHING
                    : new Item(List.copyOf(targets), List.copyOf(handed));
        }

        void item(int item) {
            int offset = type.reader().getItem(item);
            switch (pool.tag(item)) {
                case ConstantPool.CLASS -> type(type.reader().readUTF8(offset, type.buffer()));
                case ConstantPool.FIELD, ConstantPool.METHOD, ConstantPool.INTERFACE_METHOD ->
                    member(MemberItem.of(type.reader(), item, type.buffer()));
                case ConstantPool.INVOKE_DYNAMIC -> {
                    int named = type.reader().getItem(type.reader().readUnsignedShort(offset + 2));
                    describe(type.reader().readUTF8(named + 2, type.buffer()));
                    constant(type.bootstrap().method(item));
                    for (Object constant : type.bootstrap().arguments(item)) {
                        constant(constant);
                    }
                }
                case ConstantPool.METHOD_HANDLE, ConstantPool.METHOD_TYPE, ConstantPool.DYNAMIC ->
                    constant(type.reader().readConst(item, type.buffer()));
                default -> {
                    // Numbers and texts name nothing.
                }
            }
        }

        private void type(String name) {
            if (name.startsWith("[")) {
                describe(name);
            } else if (references.isElsewhere(name)) {
                targets.add(name);
            }
        }

        private void describe(String descriptor) {
            targets.addAll(references.elsewhereIn(descriptor));
        }

        private void member(MemberItem member) {
            type(member.owner());
            describe(member.descriptor());
            if (references.takesText(member)) {
                handed.add(member.owner() + "." + member.name() + member.descriptor());
            }
        }

        private void constant(Object value) {
            if (value instanceof Type constant) {
                describe(constant.getDescriptor());
            } else if (value instanceof Handle handle) {
                member(new MemberItem(handle.getOwner(), handle.getName(), handle.getDesc()));
            } else if (value instanceof ConstantDynamic dynamic) {
                describe(dynamic.getDescriptor());
                constant(dynamic.getBootstrapMethod());
                for (int i = 0; i < dynamic.getBootstrapMethodArgumentCount(); i++) {
                    constant(dynamic.getBootstrapMethodArgument(i));
                }
            }
        }
    }
}
