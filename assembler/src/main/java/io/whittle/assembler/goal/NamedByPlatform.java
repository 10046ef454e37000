package io.whittle.assembler.goal;

import io.whittle.assembler.jdks.ByPlatform;
import io.whittle.graph.catalog.IllegalPlatformException;
import io.whittle.graph.catalog.Platform;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Reads what users name for platforms, in a property and in the configuration of a pom. The property counts more. */
final class NamedByPlatform {
    /** A comma behind which another platform begins; those in a folder's name are none. */
    private static final Pattern NEXT = Pattern.compile(",(?=\\s*[A-Za-z0-9_]+[/-][A-Za-z0-9/_-]*=)");

    /** What begins like this is a path, whatever comes in it. */
    private static final Pattern PATH = Pattern.compile("(/|\\.|~|[A-Za-z]:[/\\\\]|\\\\).*");

    private NamedByPlatform() {}

    /**
     * Reads both.
     *
     * @param property as users know it
     * @param element of the pom
     * @param what is named, such as folder
     * @param named the property's text, {@code platform=value} with commas between several
     * @param elements of the pom, by platform
     * @param alone whether the property may be a value alone, for every platform
     * @param faults gets what is wrong with either
     */
    static ByPlatform of(
            String property,
            String element,
            String what,
            Optional<String> named,
            SortedMap<String, String> elements,
            boolean alone,
            List<String> faults) {
        SortedMap<Platform, String> each = new TreeMap<>();
        elements.forEach((name, value) -> put(each, "<" + element + ">", name, value, what, faults));
        String text = named.orElse("").strip();
        boolean path = PATH.matcher(text).matches() || !text.contains("=");
        if (text.isEmpty() || alone && path) {
            return new ByPlatform(each, text.isEmpty() ? Optional.empty() : Optional.of(text));
        }
        for (String part : NEXT.split(text)) {
            int equals = part.indexOf('=');
            if (equals < 0) {
                faults.add(property + " is '" + part + "', which names no platform.\n  Write " + property
                        + "=<platform>=<" + what + ">, such as " + property + "=" + Platform.host() + "=" + part + ".");
            } else {
                put(each, property, part.substring(0, equals), part.substring(equals + 1), what, faults);
            }
        }
        return new ByPlatform(each, Optional.empty());
    }

    private static void put(
            SortedMap<Platform, String> each,
            String place,
            String name,
            String value,
            String what,
            List<String> faults) {
        try {
            Platform platform = Platform.parse(name.strip().replace('-', '/'));
            if (value == null || value.isBlank()) {
                faults.add(place + " names no " + what + " for " + platform + ".");
            } else {
                each.put(platform, value.strip());
            }
        } catch (IllegalPlatformException wrong) {
            faults.add(place + " names the platform '" + name.strip() + "': " + wrong.getMessage() + ".");
        }
    }
}
