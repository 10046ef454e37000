package harbor.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

class FolderCheck {
    @Test
    void serves() throws Exception {
        HttpResponse<byte[]> answer = Client.get(HttpClient.newHttpClient(), "http", "/index.html");
        assertEquals(200, answer.statusCode());
        assertEquals("from a folder", new String(answer.body()));
    }

    @Test
    void keepsToItsFolder() throws Exception {
        assertEquals(404, Client.get(HttpClient.newHttpClient(), "http", "/other.html").statusCode());
        assertEquals(
                400, Client.get(HttpClient.newHttpClient(), "http", "/%2e%2e/harbor.out").statusCode());
    }
}
