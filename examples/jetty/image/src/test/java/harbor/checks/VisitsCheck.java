package harbor.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.CookieManager;
import java.net.http.HttpClient;
import org.junit.jupiter.api.Test;

class VisitsCheck {
    @Test
    void countsThoseOfEach() throws Exception {
        HttpClient one =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        assertEquals("1\n", new String(Client.get(one, "http", "/visits").body()));
        assertEquals("2\n", new String(Client.get(one, "http", "/visits").body()));
        HttpClient other = HttpClient.newHttpClient();
        assertEquals("1\n", new String(Client.get(other, "http", "/visits").body()));
    }
}
