package outpost.wireguard;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import outpost.core.state.StateStore;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class KeyPairOfNodeTest {
    @TempDir
    private Path dir;

    /** RFC 7748: Alice's and Bob's of section 6.1, and the first step of the chain of section 5.2, whose number is not clamped. */
    @ParameterizedTest
    @CsvSource({
        "77076d0a7318a57d3c16c17251b26645df4c2f87ebc0992ab177fba51db92c2a,"
                + "8520f0098930a754748b7ddcb43ef75a0dbf3a0d26381af4eba4a98eaa9b4e6a",
        "5dab087e624a8a4b79e17f8b83800ee66f3bb1292618b6fd1c2f8b27ff88e0eb,"
                + "de9edb7d7b7dc1b4d35b61c2ece435373f8343c85b78674dadfc7e146f882b4f",
        "0900000000000000000000000000000000000000000000000000000000000000,"
                + "422c8e7a6227d7bca1350b3e2bb7279f7897b87bb6854b783c60e80311ae3079"
    })
    void theOpenHalfIsThatOfTheStandard(String secret, String open) throws IOException {
        assertThat(open(secret)).isEqualTo(open);
    }

    @Test
    void aKeyIsMadeOnceAndKeptForTheOwnerAlone() throws IOException {
        StateStore store = StateStore.open(dir.resolve("state"));
        KeyPairOfNode made = KeyPairOfNode.of(store);
        assertThat(KeyPairOfNode.of(store).secret()).isEqualTo(made.secret());
        assertThat(made.secret()[0] & 7).isZero();
        assertThat(made.secret()[31] & 0xc0).isEqualTo(0x40);
        try (var files = Files.list(dir.resolve("state"))) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                        .isEqualTo("rw-------");
            }
        }
    }

    @Test
    void theSecretIsInNoText() throws IOException {
        KeyPairOfNode key = KeyPairOfNode.of(StateStore.open(dir.resolve("state")));
        assertThat(key.toString()).doesNotContain(HexFormat.of().formatHex(key.secret()));
    }

    @Test
    void aDamagedKeyIsToldAndNotReplaced() throws IOException {
        StateStore store = StateStore.open(dir.resolve("state"));
        store.write("wireguard-key", new byte[31]);
        assertThatThrownBy(() -> KeyPairOfNode.of(store)).hasMessageContaining("damaged");
        assertThat(store.read("wireguard-key")).isPresent();
    }

    private String open(String secret) throws IOException {
        StateStore store = StateStore.open(dir.resolve("state"));
        store.write("wireguard-key", HexFormat.of().parseHex(secret));
        return HexFormat.of().formatHex(KeyPairOfNode.of(store).open());
    }
}
