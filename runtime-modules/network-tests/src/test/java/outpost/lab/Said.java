package outpost.lab;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a command said.
 *
 * @param command as a person would type it
 * @param exit what it returned
 * @param text its output and its errors, in the order written
 */
public record Said(String command, int exit, String text) {
    /** Fails the test where the command did. */
    public Said done() {
        assertThat(exit)
                .as("exit code of \"%s\", which said:%n%s", command, text)
                .isZero();
        return this;
    }

    /** The lines that are not blank, without spaces at either end. */
    public List<String> lines() {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }
}
