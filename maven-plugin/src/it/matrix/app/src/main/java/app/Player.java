package app;

import java.util.ServiceLoader;
import java.util.stream.Collectors;

/** Tells which parts are there. */
public final class Player {
    private Player() {}

    public static void main(String[] args) {
        System.out.println(ServiceLoader.load(Part.class).stream()
                .map(part -> part.get().name())
                .sorted()
                .collect(Collectors.joining(", ", "parts: ", "")));
    }
}
