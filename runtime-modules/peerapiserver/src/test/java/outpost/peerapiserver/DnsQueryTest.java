package outpost.peerapiserver;

import org.junit.jupiter.api.Test;
import outpost.core.http.HttpException;
import outpost.core.http.HttpRequest;
import outpost.core.http.HttpResponse;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DnsQueryTest {
    private final AtomicBoolean exit = new AtomicBoolean(true);

    /** Answers with the question backwards, and what begins with 0 not at all. */
    private final DnsQuery queries = new DnsQuery(
            query -> {
                byte[] answer = new byte[query.length];
                for (int i = 0; i < query.length; i++) {
                    answer[i] = query[query.length - 1 - i];
                }
                return CompletableFuture.completedFuture(query.length == 0 || query[0] == 0 ? new byte[0] : answer);
            },
            exit::get);

    @Test
    void bothWaysOfAskingAreAnswered() throws IOException {
        HttpResponse.Whole posted = (HttpResponse.Whole) queries.handle(post("application/dns-message", 1, 2, 3));
        assertThat(posted.body()).containsExactly(3, 2, 1);
        assertThat(posted.headers()).containsEntry("content-type", "application/dns-message");
        String text = Base64.getUrlEncoder().withoutPadding().encodeToString(new byte[] {1, -1, -2});
        HttpResponse.Whole got = (HttpResponse.Whole) queries.handle(get(Map.of("dns", text)));
        assertThat(got.body()).containsExactly(-2, -1, 1);
    }

    @Test
    void bothRequestsOfTheStandardBringItsMessage() throws IOException {
        // RFC 8484, section 4.1.1: www.example.com, as the parameter of GET and as the body of POST.
        byte[] message =
                HexFormat.of().parseHex("000001000001000000000000" + "03777777076578616d706c6503636f6d0000010001");
        List<byte[]> asked = new ArrayList<>();
        DnsQuery keeping = new DnsQuery(
                query -> {
                    asked.add(query);
                    return CompletableFuture.completedFuture(new byte[] {1});
                },
                exit::get);
        keeping.handle(get(Map.of("dns", "AAABAAABAAAAAAAAA3d3dwdleGFtcGxlA2NvbQAAAQAB")));
        keeping.handle(request("POST", Map.of(), Map.of("content-type", "application/dns-message"), message));
        assertThat(asked).containsExactly(message, message);
    }

    @Test
    void whatIsNoQuestionIsToldWhy() {
        refused(get(Map.of()), 400);
        refused(get(Map.of("dns", "not/base64url")), 400);
        refused(post("text/plain", 1), 415);
        refused(post("application/dns-message", 0), 400);
        byte[] huge = new byte[5_000];
        Arrays.fill(huge, (byte) 1);
        refused(request("POST", Map.of(), Map.of("content-type", "application/dns-message"), huge), 413);
    }

    @Test
    void aNodeThatIsNoWayOutAnswersNobody() {
        exit.set(false);
        refused(post("application/dns-message", 1, 2, 3), 403);
    }

    private void refused(HttpRequest request, int status) {
        assertThatThrownBy(() -> queries.handle(request))
                .isInstanceOfSatisfying(
                        HttpException.class, e -> assertThat(e.status()).isEqualTo(status));
    }

    private static HttpRequest get(Map<String, String> query) {
        return request("GET", query, Map.of(), new byte[0]);
    }

    private static HttpRequest post(String type, int... body) {
        byte[] bytes = new byte[body.length];
        for (int i = 0; i < body.length; i++) {
            bytes[i] = (byte) body[i];
        }
        return request("POST", Map.of(), Map.of("content-type", type), bytes);
    }

    private static HttpRequest request(
            String method, Map<String, String> query, Map<String, String> headers, byte[] body) {
        return new HttpRequest(method, "/dns-query", query, headers, body, null);
    }
}
