package outpost.core.command;

import java.util.List;
import java.util.stream.Stream;

/**
 * A program and its arguments, one word each; no shell ever reads them.
 *
 * @param words the program first; never empty, and no word holds a NUL, which no system can pass on
 */
public record Command(List<String> words) {
    public Command {
        words = List.copyOf(words);
        if (words.isEmpty() || words.get(0).isEmpty()) {
            throw new IllegalArgumentException("a command needs a program to run");
        }
        if (words.stream().anyMatch(word -> word.indexOf('\0') >= 0)) {
            throw new IllegalArgumentException("a word of a command holds a NUL character");
        }
    }

    public static Command of(String... words) {
        return new Command(List.of(words));
    }

    /** This command run by another one, such as {@code ip netns exec name}. */
    public Command behind(List<String> prefix) {
        return new Command(Stream.concat(prefix.stream(), words.stream()).toList());
    }

    /** The words with spaces between, for people; not for a shell. */
    @Override
    public String toString() {
        return String.join(" ", words);
    }
}
