package outpost.core.http;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@Timeout(60)
class MessageReadingTest {
    private static final int ROUNDS = 50_000;

    @Test
    void whateverArrivesIsARequestWithinItsLimitsOrAnIoException() {
        long seed = new Random().nextLong();
        System.out.println("MessageReadingTest requests seed " + seed);
        Random random = new Random(seed);
        int good = 0;
        for (int i = 0; i < ROUNDS; i++) {
            byte[] bytes = RandomRequests.bytes(random);
            try {
                HttpRequest request = new RequestReader(new ByteArrayInputStream(bytes), HttpLimits.small())
                        .read(null)
                        .request();
                assertThat(request.path()).startsWith("/");
                good++;
            } catch (IOException e) {
                assertThat(e.getMessage()).as("seed %s round %s", seed, i).isNotBlank();
            }
        }
        assertThat(good).as("some of them are still requests").isGreaterThan(ROUNDS / 100);
    }

    @Test
    void whateverAServerSendsAsChunksIsABodyOrAnIoException() {
        long seed = new Random().nextLong();
        System.out.println("MessageReadingTest chunks seed " + seed);
        Random random = new Random(seed);
        String alphabet = "0123fF;\r\n\r\nab ";
        for (int i = 0; i < ROUNDS; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(40); length > 0; length--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            try {
                assertThat(chunked(text.toString()).readAllBytes().length).isLessThan(text.length() + 1);
            } catch (IOException e) {
                assertThat(e.getMessage()).as("seed %s round %s", seed, i).isNotBlank();
            }
        }
    }

    @Test
    void chunksAreJoined() throws IOException {
        assertThat(chunked("3\r\nabc\r\n2;x=y\r\nde\r\n0\r\ntrailer: 1\r\n\r\n").readAllBytes())
                .isEqualTo("abcde".getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void aChunkLongerThanItSaysIsAnError() {
        assertThatThrownBy(() -> chunked("1\r\nabc\r\n0\r\n\r\n").readAllBytes())
                .isInstanceOf(IOException.class);
    }

    private static InputStream chunked(String text) throws IOException {
        return BodyInput.of(
                new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1)),
                Map.of("transfer-encoding", "chunked"),
                HttpLimits.small());
    }
}
