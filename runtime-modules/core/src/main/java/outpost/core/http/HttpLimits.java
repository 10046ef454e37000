package outpost.core.http;

import java.time.Duration;

/**
 * What one end lets the other make it hold or wait for.
 *
 * @param line bytes of the first line
 * @param head bytes of all headers together
 * @param headers number of headers
 * @param body bytes of a request's body
 * @param connections connections at one time; to those beyond, the server answers 503
 * @param request time from a request's first byte to its last
 * @param idle time a connection may lie still between two requests
 * @param write time the other end may take to accept what is sent at once
 */
public record HttpLimits(
        int line, int head, int headers, int body, int connections, Duration request, Duration idle, Duration write) {
    /** For short messages: 4 KiB line, 16 KiB head, 64 headers, 64 KiB body, 64 connections, 10, 30 and 10 seconds. */
    public static HttpLimits small() {
        return new HttpLimits(
                4 << 10,
                16 << 10,
                64,
                64 << 10,
                64,
                Duration.ofSeconds(10),
                Duration.ofSeconds(30),
                Duration.ofSeconds(10));
    }
}
