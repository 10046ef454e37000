package outpost.core.http;

import java.nio.charset.StandardCharsets;
import java.util.Random;

/** Bytes as a hostile client sends them: noise, and requests with a few bytes changed, left out or said twice. */
final class RandomRequests {
    private static final String[] GOOD = {
        "GET /hello?who=a%20b HTTP/1.1\r\nHost: x\r\nAccept: */*\r\n\r\n",
        "POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nabcde",
        "POST /echo HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nabcde\r\n0\r\n\r\n",
    };
    private static final byte[] SPECIAL = "\r\n :%?&=/\0\u007f9".getBytes(StandardCharsets.US_ASCII);

    private RandomRequests() {}

    static byte[] bytes(Random random) {
        if (random.nextInt(4) == 0) {
            byte[] noise = new byte[random.nextInt(3000)];
            random.nextBytes(noise);
            return noise;
        }
        byte[] bytes = GOOD[random.nextInt(GOOD.length)].getBytes(StandardCharsets.US_ASCII);
        for (int i = random.nextInt(6); i >= 0; i--) {
            bytes = changed(bytes, random);
        }
        return bytes;
    }

    private static byte[] changed(byte[] bytes, Random random) {
        int from = random.nextInt(bytes.length + 1);
        int to = from + random.nextInt(bytes.length - from + 1);
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        String changed = switch (random.nextInt(4)) {
            case 0 ->
                text.substring(0, from)
                        + (char) (SPECIAL[random.nextInt(SPECIAL.length)] & 0xff)
                        + text.substring(Math.min(text.length(), from + 1));
            case 1 -> text.substring(0, from) + text.substring(Math.min(to, from + 4));
            case 2 -> text.substring(0, to) + text.substring(from);
            default -> text.substring(0, from) + (char) random.nextInt(256) + text.substring(from);
        };
        return changed.getBytes(StandardCharsets.ISO_8859_1);
    }
}
