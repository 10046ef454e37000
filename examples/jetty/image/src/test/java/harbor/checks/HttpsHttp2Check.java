package harbor.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

class HttpsHttp2Check {
    @Test
    void settlesOnHttp2() throws Exception {
        HttpResponse<byte[]> answer = Client.get(Client.trusting(HttpClient.Version.HTTP_2), "https", "/parts");
        assertEquals(200, answer.statusCode());
        assertEquals(HttpClient.Version.HTTP_2, answer.version());
    }
}
