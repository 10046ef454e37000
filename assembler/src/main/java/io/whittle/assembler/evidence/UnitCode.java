package io.whittle.assembler.evidence;

import io.whittle.assembler.jdkneeds.PossibleAsks;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.analysis.AnalyzerException;

import java.util.function.Predicate;

/**
 * Reads the classes of one jar, each no further than it is worth: its constant pool; where that names another jar, or a method that finds or
 * asks, its methods once over; and of those that do, trees.
 */
final class UnitCode {
    /** Of what finds or asks. */
    private static final MemberNames MEMBERS = new MemberNames();

    static {
        Sinks.NAMES.forEach(MEMBERS::add);
        PossibleAsks.members().forEach(member -> MEMBERS.add(member.owner(), member.name()));
    }

    private final Elsewhere elsewhere;
    private final References references;
    private final Finders finders;
    private final JdkAskReader asks;

    /**
     * For one jar.
     *
     * @param ofJdk whether a class, by its internal name, is the JDK's
     */
    UnitCode(String module, Elsewhere elsewhere, Predicate<String> ofJdk) {
        this.elsewhere = elsewhere;
        this.references = new References(module, elsewhere);
        this.finders = new Finders(module, ofJdk);
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

    void read(ClassReader reader) throws AnalyzerException {
        ConstantPool pool = new ConstantPool(reader);
        boolean names = pool.namesElsewhere(elsewhere);
        PossibleAsks possible = PossibleAsks.of(reader);
        // A class that is only handed on counts where another jar is named at all.
        boolean marks = pool.namesMember(
                MEMBERS,
                names,
                (owner, name, descriptor) -> Sinks.of(owner, name, descriptor).isPresent()
                        || names && finders.takesClass(owner, descriptor)
                        || possible.mayBe(owner, name, descriptor));
        if (marks) {
            MarkedMethods marked = new MarkedMethods(finders, possible, names ? references.visitor() : null);
            reader.accept(marked, ClassReader.SKIP_FRAMES);
            follow(reader, marked);
        } else if (names) {
            reader.accept(references.visitor(), ClassReader.SKIP_FRAMES);
        }
    }

    private void follow(ClassReader reader, MarkedMethods marked) throws AnalyzerException {
        if (marked.isEmpty()) {
            return;
        }
        ClassNode type = marked.trees(reader);
        for (MethodNode method : type.methods) {
            if (marked.isFinding(method)) {
                finders.read(type, method);
            }
        }
        if (marked.isAnyAsking()) {
            asks.read(type, marked);
        }
    }
}
