package harbor.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

class HttpsCheck {
    @Test
    void answers() throws Exception {
        HttpResponse<byte[]> answer = Client.get(Client.trusting(HttpClient.Version.HTTP_1_1), "https", "/parts");
        assertEquals(200, answer.statusCode());
    }
}
