package io.whittle.assembler.oci;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * As whom a container runs. Told by numbers, since those who forbid root look at them.
 *
 * @param user number
 * @param group number
 */
public record ContainerUser(int user, int group) {
    /** Who has no rights, by the number that is usual for it. */
    public static final ContainerUser NONROOT = new ContainerUser(65532, 65532);

    static final ContainerUser ROOT = new ContainerUser(0, 0);

    private static final Pattern NUMBERS = Pattern.compile("(\\d{1,9})(?::(\\d{1,9}))?");

    /** Reads {@code root}, {@code nonroot}, {@code 1000} or {@code 1000:1000}. */
    public static Optional<ContainerUser> of(String text) {
        Matcher numbers = NUMBERS.matcher(text);
        if (numbers.matches()) {
            int user = Integer.parseInt(numbers.group(1));
            return Optional.of(
                    new ContainerUser(user, numbers.group(2) == null ? user : Integer.parseInt(numbers.group(2))));
        }
        return switch (text) {
            case "root" -> Optional.of(ROOT);
            case "nonroot" -> Optional.of(NONROOT);
            default -> Optional.empty();
        };
    }

    String home() {
        return equals(ROOT) ? "/root" : "/home/" + name();
    }

    String name() {
        return user == 0 ? "root" : user == NONROOT.user() ? "nonroot" : "app";
    }

    @Override
    public String toString() {
        return user + ":" + group;
    }
}
