package harbor.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class GzipCheck {
    @Test
    void compresses() throws Exception {
        HttpResponse<byte[]> answer =
                Client.get(HttpClient.newHttpClient(), "http", "/parts", "Accept-Encoding", "gzip");
        assertEquals("gzip", answer.headers().firstValue("Content-Encoding").orElse("none"));
        String text = new String(new GZIPInputStream(new ByteArrayInputStream(answer.body())).readAllBytes());
        assertTrue(text.contains("compress"), text);
    }
}
