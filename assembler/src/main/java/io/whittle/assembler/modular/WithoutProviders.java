package io.whittle.assembler.modular;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Takes providers out of files of services: a {@link java.util.ServiceLoader} also reads those of modules, and fails at a name that it does
 * not find.
 *
 * @param refused by service
 */
record WithoutProviders(SortedMap<String, SortedSet<String>> refused) implements EntryChange {
    private static final String SERVICES = "META-INF/services/";

    static WithoutProviders of(Map<String, ? extends Map<String, String>> refused) {
        SortedMap<String, SortedSet<String>> names = new TreeMap<>();
        refused.forEach((service, providers) -> names.put(service, new TreeSet<>(providers.keySet())));
        return new WithoutProviders(names);
    }

    @Override
    public String key() {
        return "providers-left-out " + refused;
    }

    @Override
    public Optional<byte[]> apply(String path, byte[] content) {
        Set<String> gone = path.startsWith(SERVICES) ? refused.get(path.substring(SERVICES.length())) : null;
        if (gone == null) {
            return Optional.of(content);
        }
        StringBuilder text = new StringBuilder();
        new String(content, StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !gone.contains(ServiceLine.provider(line)))
                .forEach(line -> text.append(line).append('\n'));
        return Optional.of(text.toString().getBytes(StandardCharsets.UTF_8));
    }
}
