package io.whittle.assembler.evidence;

import io.whittle.assembler.jdkneeds.JdkAsk;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How something that is asked of the JDK is kept.
 *
 * @param kind which of them
 * @param parts its values; one that may be absent stands last
 */
record StoredAsk(int kind, List<String> parts) {
    static StoredAsk of(JdkAsk ask) {
        if (ask instanceof JdkAsk.SecurityService service) {
            return kind(0, Stream.of(service.type(), service.algorithm()), service.provider());
        } else if (ask instanceof JdkAsk.SecurityProvider provider) {
            return kind(1, provider.name());
        } else if (ask instanceof JdkAsk.CharsetNamed charset) {
            return kind(2, charset.name());
        } else if (ask instanceof JdkAsk.FileSystem system) {
            return kind(3, system.scheme());
        } else if (ask instanceof JdkAsk.Language language) {
            return kind(4, language.tag());
        } else if (ask instanceof JdkAsk.Naming naming) {
            return kind(5, naming.scheme());
        } else if (ask instanceof JdkAsk.ContextFactory factory) {
            return kind(6, factory.className());
        } else if (ask instanceof JdkAsk.RandomNumbers random) {
            return kind(7, Stream.of(), random.algorithm());
        }
        throw new IllegalStateException("nobody keeps " + ask);
    }

    /**
     * What was kept.
     *
     * @throws IndexOutOfBoundsException where this was not written here
     */
    static JdkAsk of(int kind, List<String> parts) {
        return switch (kind) {
            case 0 ->
                new JdkAsk.SecurityService(
                        parts.get(0), parts.get(1), parts.stream().skip(2).findFirst());
            case 1 -> new JdkAsk.SecurityProvider(parts.get(0));
            case 2 -> new JdkAsk.CharsetNamed(parts.get(0));
            case 3 -> new JdkAsk.FileSystem(parts.get(0));
            case 4 -> new JdkAsk.Language(parts.get(0));
            case 5 -> new JdkAsk.Naming(parts.get(0));
            case 6 -> new JdkAsk.ContextFactory(parts.get(0));
            case 7 -> new JdkAsk.RandomNumbers(parts.stream().findFirst());
            default -> throw new IndexOutOfBoundsException(kind);
        };
    }

    private static StoredAsk kind(int kind, String part) {
        return new StoredAsk(kind, List.of(part));
    }

    private static StoredAsk kind(int kind, Stream<String> parts, Optional<String> last) {
        return new StoredAsk(kind, Stream.concat(parts, last.stream()).toList());
    }
}
