package outpost.peerapiserver;

import outpost.core.http.HttpException;
import outpost.core.http.HttpHandler;
import outpost.core.http.HttpRequest;
import outpost.core.http.HttpResponse;
import outpost.core.service.DnsExchange;

import java.io.IOException;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/** DNS over HTTP as RFC 8484 has it: one message a request. */
final class DnsQuery implements HttpHandler {
    private static final String TYPE = "application/dns-message";
    private static final int LONGEST = 4096;
    private static final long PATIENCE_SECONDS = 10;

    private final DnsExchange exchange;
    private final BooleanSupplier allowed;

    /** @param allowed whether peers may ask now */
    DnsQuery(DnsExchange exchange, BooleanSupplier allowed) {
        this.exchange = exchange;
        this.allowed = allowed;
    }

    @Override
    public HttpResponse handle(HttpRequest request) throws IOException {
        if (!allowed.getAsBoolean()) {
            throw new HttpException(403, "this node is no way out of its own, so it answers no questions of others");
        }
        byte[] query = request.method().equals("GET") ? parameter(request) : body(request);
        if (query.length > LONGEST) {
            throw new HttpException(413, "no question is longer than " + LONGEST + " bytes");
        }
        byte[] answer = answer(query);
        if (answer.length == 0) {
            throw new HttpException(400, "the message is no question");
        }
        // How long it holds stands in the message; a cache of HTTP between two nodes there is not.
        return new HttpResponse.Whole(200, Map.of("content-type", TYPE, "cache-control", "no-store"), answer);
    }

    private static byte[] parameter(HttpRequest request) throws HttpException {
        String text = request.argument("dns").orElseThrow(() -> new HttpException(400, "the query has no dns=..."));
        try {
            return Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new HttpException(400, "dns=... is not base64url");
        }
    }

    private static byte[] body(HttpRequest request) throws HttpException {
        // Media types have parameters and no case (RFC 9110 8.3.1).
        String type = request.header("content-type").orElse("").split(";", 2)[0].strip();
        if (!type.equalsIgnoreCase(TYPE)) {
            throw new HttpException(415, "the body has to be " + TYPE);
        }
        return request.body();
    }

    private byte[] answer(byte[] query) throws HttpException {
        try {
            return exchange.answer(query).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            throw new HttpException(504, "no nameserver answered in time");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new HttpException(503, "the node is going down");
        }
    }
}
