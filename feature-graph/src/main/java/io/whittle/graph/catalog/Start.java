package io.whittle.graph.catalog;

import java.util.List;
import java.util.Optional;

/**
 * The process that is started before a check asks, and runs while it does.
 *
 * @param words the command; the first names a launcher of the image, or a command of the host
 * @param ready when it may be asked; when the file says nothing, at once
 * @param stop how it is ended
 */
public record Start(List<Template> words, Optional<Readiness> ready, Stop stop) {
    public Start {
        words = List.copyOf(words);
    }
}
