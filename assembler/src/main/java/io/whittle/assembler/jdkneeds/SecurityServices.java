package io.whittle.assembler.jdkneeds;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The security providers of a JDK, looked through as {@code java.security} does. */
final class SecurityServices {
    private final List<Provider> providers = new ArrayList<>();

    SecurityServices(Transcript transcript) {
        for (List<String> words : transcript.runs().get(Transcript.ALL)) {
            switch (words.get(0)) {
                case "provider" ->
                    providers.add(
                            new Provider(words.get(2), words.get(1), new LinkedHashMap<>(), new LinkedHashMap<>()));
                case "service" ->
                    last().services().put(key(words.get(1), words.get(2)), new Service(words.get(3), words.get(4)));
                case "alias" -> last().aliases().put(key(words.get(1), words.get(2)), key(words.get(1), words.get(3)));
                default -> {
                    continue;
                }
            }
        }
    }

    /** The module of a provider. */
    Optional<String> module(JdkAsk.SecurityProvider ask) {
        return providers.stream()
                .filter(provider -> provider.name().equals(ask.name()))
                .map(Provider::module)
                .findFirst();
    }

    /** The module that answers: java.base if any provider of it does, otherwise that of the preferred provider. */
    Optional<String> module(JdkAsk.SecurityService ask) {
        List<String> answering = providers.stream()
                .filter(provider -> ask.provider().map(provider.name()::equals).orElse(true))
                .filter(provider -> provider.answers(ask.type(), ask.algorithm()))
                .map(Provider::module)
                .toList();
        return answering.contains(Interviewer.BASE)
                ? Optional.of(Interviewer.BASE)
                : answering.stream().findFirst();
    }

    private Provider last() {
        return providers.get(providers.size() - 1);
    }

    private static String key(String type, String algorithm) {
        return (type + "." + algorithm).toUpperCase(Locale.ROOT);
    }

    private record Provider(String name, String module, Map<String, Service> services, Map<String, String> aliases) {
        boolean answers(String type, String algorithm) {
            if (type.equals("Cipher")) {
                return Transformation.of(algorithm)
                        .anyMatch(way -> find(type, way.lookup())
                                .filter(service -> service.supports(way))
                                .isPresent());
            }
            // The one signature that java.security.Signature makes of a cipher.
            boolean byCipher = type.equals("Signature") && algorithm.equalsIgnoreCase("NONEwithRSA");
            return find(type, algorithm).isPresent() || byCipher && answers("Cipher", "RSA/ECB/PKCS1Padding");
        }

        private Optional<Service> find(String type, String algorithm) {
            String name = key(type, algorithm);
            return Stream.of(name, aliases.getOrDefault(name, name))
                    .filter(services::containsKey)
                    .map(services::get)
                    .findFirst();
        }
    }

    /** Modes and paddings are patterns; an empty one leaves it to the service, which takes them as far as is known. */
    private record Service(String modes, String paddings) {
        boolean supports(Transformation way) {
            return matches(modes, way.mode()) && matches(paddings, way.padding());
        }

        private static boolean matches(String pattern, Optional<String> value) {
            return pattern.isEmpty()
                    || value.map(Pattern.compile(pattern, Pattern.CASE_INSENSITIVE)::matcher)
                            .map(Matcher::matches)
                            .orElse(true);
        }
    }
}
