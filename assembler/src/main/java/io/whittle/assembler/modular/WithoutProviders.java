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

    /** Those that are not in the jar. The others stay: some libraries read such files themselves, and ask less of a class. */
    static WithoutProviders of(Map<String, ? extends Map<String, String>> refused) {
        SortedMap<String, SortedSet<String>> gone = new TreeMap<>();
        refused.forEach((service, providers) -> providers.forEach((provider, why) -> {
            if (why.equals(JarFacts.GONE)) {
                gone.computeIfAbsent(service, none -> new TreeSet<>()).add(provider);
            }
        }));
        return new WithoutProviders(gone);
    }

    @Override
    public String key() {
        return "providers-left-out " + refused;
    }

    @Override
    public boolean concerns(String path) {
        return path.startsWith(SERVICES) && refused.containsKey(path.substring(SERVICES.length()));
    }

    @Override
    public Optional<byte[]> apply(String path, byte[] content) {
        Set<String> gone = refused.get(path.substring(SERVICES.length()));
        StringBuilder text = new StringBuilder();
        new String(content, StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !gone.contains(ServiceLine.provider(line)))
                .forEach(line -> text.append(line).append('\n'));
        return Optional.of(text.toString().getBytes(StandardCharsets.UTF_8));
    }
}
