package io.whittle.assembler.jdkneeds;

import org.objectweb.asm.Type;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.TypeInsnNode;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Which locales a value is. */
final class Locales {
    private static final String LOCALE = "java/util/Locale";

    private Locales() {}

    /** The tags of those that are constant; {@code und} for the root. */
    static Stream<String> tags(Collection<Flow.Origin> origins) {
        return origins.stream()
                .flatMap(Locales::locale)
                .map(Locale::toLanguageTag)
                .distinct();
    }

    private static Stream<Locale> locale(Flow.Origin origin) {
        if (origin.insn() instanceof FieldInsnNode field && field.owner.equals(LOCALE)) {
            return named(field.name).stream();
        }
        if (origin.insn() instanceof TypeInsnNode made && made.desc.equals(LOCALE)) {
            return origin.constructor().flatMap(Locales::ofParts).stream();
        }
        if (origin.insn() instanceof MethodInsnNode call && call.owner.equals(LOCALE)) {
            return switch (call.name) {
                case "forLanguageTag" -> Texts.whole(origin.argument(0)).map(Locale::forLanguageTag);
                case "of" -> ofParts(origin).stream();
                default -> Stream.empty();
            };
        }
        return Stream.empty();
    }

    private static Optional<Locale> named(String field) {
        try {
            return Optional.ofNullable(Locale.class.getField(field).get(null))
                    .filter(Locale.class::isInstance)
                    .map(Locale.class::cast);
        } catch (ReflectiveOperationException unknown) {
            // A constant of a Java that is newer than this one: which it is nobody here can tell.
            return Optional.empty();
        }
    }

    /** Language, country and variant, as far as they are given, where each is one constant. */
    private static Optional<Locale> ofParts(Flow.Origin call) {
        List<List<String>> parts = IntStream.range(0, Type.getArgumentTypes(call.call().desc).length)
                .mapToObj(number -> Texts.whole(call.argument(number)).toList())
                .toList();
        if (parts.stream().anyMatch(texts -> texts.size() != 1)) {
            return Optional.empty();
        }
        List<String> all = Stream.concat(parts.stream().map(texts -> texts.get(0)), Stream.of("", ""))
                .toList();
        return Optional.of(new Locale(all.get(0), all.get(1), all.get(2)));
    }
}
