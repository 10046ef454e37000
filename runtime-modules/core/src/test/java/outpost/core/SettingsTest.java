package outpost.core;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SettingsTest {
    @TempDir
    Path folder;

    @Test
    void aFileGivesTextFlagsNumbersAndLists() throws IOException {
        Settings settings =
                read("# a comment\n\nrouter.device = out post\nmetrics.port=9\n operator = a, b ,,c\nx=true\n");

        assertThat(settings.text("router.device")).contains("out post");
        assertThat(settings.number("metrics.port", 1, 0, 10)).isEqualTo(9);
        assertThat(settings.list("operator")).containsExactly("a", "b", "c");
        assertThat(settings.flag("x", false)).isTrue();
        assertThat(settings.text("missing")).isEmpty();
        assertThat(settings.number("missing", 7, 0, 9)).isEqualTo(7);
    }

    @Test
    void keysThatNobodyReadAreKnown() {
        Settings settings = Settings.of(Map.of("a", "1", "b", "2"));
        settings.text("a");

        assertThat(settings.unread()).containsExactly("b");
    }

    @Test
    void aFaultNamesItsLine() {
        assertThatThrownBy(() -> read("a = 1\nnonsense\n")).hasMessageContaining("line 2: expected key = value");
        assertThatThrownBy(() -> read("a = 1\nA = 2\n")).hasMessageContaining("line 2: expected key = value");
        assertThatThrownBy(() -> read("a = 1\n\na = 2\n")).hasMessageContaining("line 3: a is set a second time");
    }

    @Test
    void aValueOfTheWrongKindNamesItsKey() {
        Settings settings = Settings.of(Map.of("n", "x", "f", "yes", "big", "70000"));

        assertThatThrownBy(() -> settings.number("n", 1, 0, 9))
                .hasMessage("setting n: expected a whole number, found x");
        assertThatThrownBy(() -> settings.number("big", 1, 0, 9)).hasMessageContaining("expected 0 to 9, found 70000");
        assertThatThrownBy(() -> settings.flag("f", true)).hasMessageContaining("expected true or false, found yes");
    }

    @Test
    void aFileThatIsNotUtf8IsRefused() throws IOException {
        Path file = folder.resolve("latin");
        Files.write(file, new byte[] {'a', '=', (byte) 0xe4});

        assertThatThrownBy(() -> Settings.read(file)).hasMessageContaining("is not UTF-8");
    }

    private Settings read(String text) throws IOException {
        return Settings.read(Files.writeString(folder.resolve("outpost.conf"), text));
    }
}
