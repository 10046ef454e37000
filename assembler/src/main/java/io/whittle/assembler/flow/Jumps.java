package io.whittle.assembler.flow;

import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;

import java.util.ArrayList;
import java.util.List;

/** Where instructions jump to. */
public final class Jumps {
    private Jumps() {}

    /** The labels that an instruction may go on at, other than behind it; none for one that does not jump. */
    public static List<LabelNode> of(AbstractInsnNode instruction) {
        List<LabelNode> targets = new ArrayList<>();
        if (instruction instanceof JumpInsnNode jump) {
            targets.add(jump.label);
        } else if (instruction instanceof TableSwitchInsnNode choice) {
            targets.addAll(choice.labels);
            targets.add(choice.dflt);
        } else if (instruction instanceof LookupSwitchInsnNode choice) {
            targets.addAll(choice.labels);
            targets.add(choice.dflt);
        }
        return targets;
    }
}
