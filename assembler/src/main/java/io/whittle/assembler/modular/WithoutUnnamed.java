package io.whittle.assembler.modular;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Leaves out the descriptors that a jar has, and classes without a package, which no module can have; those of every release.
 */
final class WithoutUnnamed implements EntryChange {
    private static final Pattern UNNAMED = Pattern.compile("(?:META-INF/versions/[0-9]+/)?[^/]+\\.class");

    @Override
    public String key() {
        return "unnamed-package-dropped";
    }

    @Override
    public boolean concerns(String path) {
        return UNNAMED.matcher(path).matches();
    }

    @Override
    public Optional<byte[]> apply(String path, byte[] content) {
        return Optional.empty();
    }
}
