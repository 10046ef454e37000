package io.whittle.assembler.jdkneeds;

import org.objectweb.asm.tree.MethodInsnNode;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whether a method goes on where the JDK has no answer: it takes the exception that tells that, or tests first. Handlers of everything are
 * none of this: the compiler asks for them wherever keys are made or files are read, and most go on with what is wrong then.
 */
final class Absence {
    private static final Set<String> NO_ALGORITHM = Set.of(
            "java/security/NoSuchAlgorithmException",
            "java/security/NoSuchProviderException",
            "java/security/KeyStoreException");

    private static final Set<String> NO_CHARSET = Set.of(
            "java/io/UnsupportedEncodingException",
            "java/nio/charset/UnsupportedCharsetException",
            "java/lang/IllegalArgumentException");

    private static final Set<String> NO_FILE_SYSTEM =
            Set.of("java/nio/file/ProviderNotFoundException", "java/nio/file/FileSystemNotFoundException");

    private static final Set<String> NO_NAMING = Set.of("javax/naming/NoInitialContextException");

    private static final Set<String> NO_RANDOM_NUMBERS = Set.of("java/lang/IllegalArgumentException");

    private final Bearing bearing;
    private final Set<String> tested;

    private Absence(Bearing bearing, Set<String> tested) {
        this.bearing = bearing;
        this.tested = tested;
    }

    /** Of a method, with the instructions of it that can be reached. */
    static Absence of(List<Flow.Origin> instructions, Bearing bearing) {
        return new Absence(
                bearing,
                instructions.stream()
                        .filter(origin -> isCall(origin, "java/nio/charset/Charset", "isSupported"))
                        .flatMap(origin -> Texts.whole(origin.argument(0)))
                        .map(name -> name.toUpperCase(Locale.ROOT))
                        .collect(Collectors.toSet()));
    }

    /** Whether it is borne that what is asked at an instruction has no answer. */
    boolean isBorne(Flow.Origin origin, JdkAsk ask) {
        return bearing.isCaught(origin.insn(), failures(ask))
                || ask instanceof JdkAsk.CharsetNamed charset
                        && tested.contains(charset.name().toUpperCase(Locale.ROOT))
                || isCall(origin, "java/security/Security", "getProvider") && bearing.isLookedAt(origin.call());
    }

    private static Set<String> failures(JdkAsk ask) {
        if (ask instanceof JdkAsk.SecurityService || ask instanceof JdkAsk.SecurityProvider) {
            return NO_ALGORITHM;
        } else if (ask instanceof JdkAsk.CharsetNamed) {
            return NO_CHARSET;
        } else if (ask instanceof JdkAsk.FileSystem) {
            return NO_FILE_SYSTEM;
        } else if (ask instanceof JdkAsk.Naming || ask instanceof JdkAsk.ContextFactory) {
            return NO_NAMING;
        } else if (ask instanceof JdkAsk.RandomNumbers) {
            return NO_RANDOM_NUMBERS;
        }
        // Without the data of a language there is that of another, and nothing fails.
        return Set.of();
    }

    private static boolean isCall(Flow.Origin origin, String owner, String name) {
        return Stream.of(origin.insn())
                .filter(MethodInsnNode.class::isInstance)
                .map(MethodInsnNode.class::cast)
                .anyMatch(call -> call.owner.equals(owner) && call.name.equals(name));
    }
}
