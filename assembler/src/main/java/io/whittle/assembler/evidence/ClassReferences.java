package io.whittle.assembler.evidence;

import org.objectweb.asm.ClassReader;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The classes elsewhere that the declarations and methods of one class name. */
final class ClassReferences {
    private final References references;
    private final OpenClass type;
    private final ClassReader reader;
    private final PoolTargets targets;
    private final String module;
    private final String name;
    private final Optional<String> file;

    /** What the methods test for presence; of most classes none tests for any. */
    private final Optional<PresenceTests> tests;

    private final List<InMethod> inMethods = new ArrayList<>();

    /** A use whose guards are known once all methods of the class are. */
    private record InMethod(int method, MethodReferences.Use use, boolean optional) {}

    ClassReferences(References references, String module, OpenClass type) {
        this.references = references;
        this.module = module;
        this.type = type;
        this.reader = type.reader();
        this.targets = new PoolTargets(references, type);
        this.name = reader.getClassName().replace('/', '.');
        this.file = type.source();
        this.tests = new ConstantPool(reader).namesMethod(PresenceTests.BY)
                ? Optional.of(new PresenceTests())
                : Optional.empty();
    }

    /** Reads the class. Linear in its size. */
    void read() {
        int[] methods = type.layout().methods();
        for (int i = 0; i < methods.length; i++) {
            method(methods[i], type.methods().get(i) || isTesting(methods[i]));
        }
        if (reader.getSuperName() != null) {
            declare(reader.getSuperName());
        }
        for (String each : reader.getInterfaces()) {
            declare(each);
        }
        for (int field : type.layout().fields()) {
            for (String target : targets.inDescriptor(field + ClassLayout.TO_DESCRIPTOR)) {
                references.add(target, false, List.of(), place(type.name(field), 0));
            }
        }
        for (InMethod each : inMethods) {
            String method = type.name(each.method());
            List<String> guards = tests.map(of -> of.before(
                            method + type.descriptor(each.method()), each.use().at()))
                    .orElse(List.of());
            references.add(
                    each.use().target(),
                    each.optional(),
                    guards,
                    place(method, each.use().line()));
        }
    }

    /** Whether a method gives fields what others test, though it may itself name nothing elsewhere. */
    private boolean isTesting(int method) {
        return tests.isPresent()
                && (type.name(method) + type.descriptor(method)).equals(PresenceTests.INITIALIZER)
                && type.code(method) > 0;
    }

    private void declare(String target) {
        if (references.isElsewhere(target)) {
            references.add(target, false, List.of(), place("", 0));
        }
    }

    private void method(int method, boolean isRead) {
        List<String> described = targets.inDescriptor(method + ClassLayout.TO_DESCRIPTOR);
        int thrown = ClassLayout.attribute(reader, method + ClassLayout.TO_ATTRIBUTES, ClassLayout.EXCEPTIONS);
        if (!isRead && thrown == 0 && described.isEmpty()) {
            return;
        }
        MethodReferences found = new MethodReferences(
                references,
                type,
                targets,
                tests.map(of -> new MethodTests(type, of.of(type.name(method) + type.descriptor(method)))));
        found.declared(described);
        for (int i = thrown == 0 ? 0 : reader.readUnsignedShort(thrown); i > 0; i--) {
            thrown += 2;
            found.declared(targets.of(reader.readUnsignedShort(thrown)).targets());
        }
        if (isRead) {
            found.code(type.code(method));
        }
        found.end((use, optional) -> inMethods.add(new InMethod(method, use, optional)));
    }

    private CodePlace place(String member, int line) {
        return new CodePlace(module, name, member, file, line);
    }
}
