package io.whittle.assembler.jdkneeds;

import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

import java.util.Set;

/** How a method bears that what it asks for is not there. */
public interface Bearing {
    /** Whether a handler around an instruction takes one of these, by their internal names, and the method goes on. */
    boolean isCaught(AbstractInsnNode instruction, Set<String> exceptions);

    /** Whether what a call brings is compared with null, and the method goes on where it is that. */
    boolean isLookedAt(MethodInsnNode call);
}
