package io.whittle.assembler.jdkneeds;

import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.TypeInsnNode;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Which texts a value is, or begins with. */
final class Texts {
    private static final String BUILDER = "java/lang/StringBuilder";
    private static final List<String> URIS = List.of("java/net/URI", "java/net/URL");

    /** Calls that a text has been followed through: what builds a text in a loop has no end. */
    private final Set<Flow.Origin> seen = new HashSet<>();

    private Texts() {}

    /** Those that are known from end to end. */
    static Stream<String> whole(Collection<Flow.Origin> origins) {
        return origins.stream().flatMap(Texts::constant).distinct();
    }

    /** How they begin, as far as it is known; of URIs and URLs as well. */
    static Stream<String> beginnings(Collection<Flow.Origin> origins) {
        return new Texts().begin(origins).filter(text -> !text.isEmpty()).distinct();
    }

    private static Stream<String> constant(Flow.Origin origin) {
        return origin.insn() instanceof LdcInsnNode load && load.cst instanceof String text
                ? Stream.of(text)
                : Stream.empty();
    }

    private Stream<String> begin(Collection<Flow.Origin> origins) {
        return origins.stream().filter(seen::add).flatMap(this::begin);
    }

    private Stream<String> begin(Flow.Origin origin) {
        AbstractInsnNode insn = origin.insn();
        if (insn instanceof InvokeDynamicInsnNode concat && concat.name.equals("makeConcatWithConstants")) {
            return Stream.of(beforeFirstArgument((String) concat.bsmArgs[0]));
        }
        if (insn instanceof MethodInsnNode call) {
            return switch (call.owner + "." + call.name) {
                case "java/lang/String.concat", "java/net/URI.toURL", BUILDER + ".toString" -> begin(origin.receiver());
                case "java/net/URI.create" -> begin(origin.argument(0));
                case BUILDER + ".append" -> appended(origin);
                default -> Stream.empty();
            };
        }
        if (insn instanceof TypeInsnNode made && URIS.contains(made.desc)) {
            return origin.constructor().stream()
                    .flatMap(call -> takesText(call) ? begin(call.argument(0)) : Stream.empty());
        }
        return constant(origin);
    }

    /**
     * What a chain of appends began with: the text that went into the constructor, or else into the first append. Where a
     * builder is appended to at several places, which comes first is not known.
     */
    private Stream<String> appended(Flow.Origin append) {
        return append.receiver().stream()
                .flatMap(target -> target.constructor()
                        .map(made -> {
                            if (takesText(made)) {
                                return begin(made.argument(0));
                            }
                            return appendsTo(target) == 1 ? begin(append.argument(0)) : Stream.<String>empty();
                        })
                        .orElseGet(() -> begin(List.of(target))));
    }

    private static long appendsTo(Flow.Origin builder) {
        return builder.flow()
                .instructions()
                .filter(other -> other.insn() instanceof MethodInsnNode call
                        && call.owner.equals(BUILDER)
                        && call.name.equals("append")
                        && other.receiver().contains(builder))
                .count();
    }

    private static boolean takesText(Flow.Origin call) {
        return call.call().desc.startsWith("(Ljava/lang/String;");
    }

    // In a recipe of StringConcatFactory these two stand for what is put in.
    private static String beforeFirstArgument(String recipe) {
        return recipe.split("[\1\2]", 2)[0];
    }
}
