package harbor.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.luben.zstd.ZstdInputStream;
import java.io.ByteArrayInputStream;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

class ZstdCheck {
    @Test
    void compresses() throws Exception {
        HttpResponse<byte[]> answer =
                Client.get(HttpClient.newHttpClient(), "http", "/parts", "Accept-Encoding", "zstd");
        assertEquals("zstd", answer.headers().firstValue("Content-Encoding").orElse("none"));
        String text = new String(new ZstdInputStream(new ByteArrayInputStream(answer.body())).readAllBytes());
        assertTrue(text.contains("compress"), text);
    }
}
