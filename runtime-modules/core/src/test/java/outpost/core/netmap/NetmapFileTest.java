package outpost.core.netmap;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class NetmapFileTest {
    private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");

    @TempDir
    Path folder;

    private Path path;
    private NetmapFile file;

    @BeforeEach
    void name() {
        path = folder.resolve("netmap.json");
        file = new NetmapFile(path);
    }

    @Test
    void aFileThatHasNotChangedIsNotReadAgain() throws IOException {
        write("a");
        assertThat(file.poll()).map(netmap -> netmap.self().name()).contains("a");

        assertThat(file.poll()).isEmpty();
    }

    @Test
    void aFileThatIsReplacedIsReadAgainEvenWithTheSameTimeAndSize() throws IOException {
        write("a");
        file.poll();
        Path other = folder.resolve("other");
        Files.writeString(other, json("b"));
        Files.setLastModifiedTime(other, FileTime.from(LONG_AGO));
        Files.move(other, path, StandardCopyOption.REPLACE_EXISTING);

        assertThat(file.poll()).map(netmap -> netmap.self().name()).contains("b");
    }

    @Test
    void aFileWrittenTwiceWithinOneTickIsReadAgain() throws IOException {
        Files.writeString(path, json("a"));
        FileTime tick = Files.getLastModifiedTime(path);
        file.poll();
        Files.writeString(path, json("b"));
        Files.setLastModifiedTime(path, tick);

        assertThat(file.poll()).map(netmap -> netmap.self().name()).contains("b");
    }

    @Test
    void aLinkThatPointsElsewhereIsFollowed() throws IOException {
        Path one = Files.writeString(folder.resolve("1"), json("a"));
        Path two = Files.writeString(folder.resolve("2"), json("b"));
        Files.createSymbolicLink(path, one);
        file.poll();
        Files.delete(path);
        Files.createSymbolicLink(path, two);

        assertThat(file.poll()).map(netmap -> netmap.self().name()).contains("b");
    }

    @Test
    void aMissingFileIsComplainedAboutOnceAndReadWhenItAppears() throws IOException {
        assertThatThrownBy(file::poll).isInstanceOf(NetmapException.class).hasMessageContaining("does not exist");
        assertThat(file.poll()).isEmpty();
        write("a");

        assertThat(file.poll()).isPresent();
    }

    @Test
    void aBrokenFileIsComplainedAboutByNameAndPlace() throws IOException {
        Files.writeString(path, "{\"self\": {\"name\": 1}}");

        assertThatThrownBy(file::poll).hasMessage(path + ": self.name: expected text, found a number");
    }

    @Test
    void aFolderInItsPlaceIsComplainedAbout() throws IOException {
        Files.createDirectory(path);

        assertThatThrownBy(file::poll).isInstanceOf(NetmapException.class).hasMessageContaining("cannot be read");
    }

    private void write(String name) throws IOException {
        Files.writeString(path, json(name));
        Files.setLastModifiedTime(path, FileTime.from(LONG_AGO));
    }

    private static String json(String name) {
        return "{\"self\": {\"name\": \"" + name
                + "\", \"dnsSuffix\": \"tail.example\", \"addresses\": [\"100.64.0.1\"]}}";
    }
}
