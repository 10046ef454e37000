package outpost.network;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;

/** Messages of DNS, byte by byte. */
final class Questions {
    private static final String HEADER = "123401000001000000000000";
    private static final String A_IN = "00010001";

    private Questions() {}

    /** A question for the address of a name. */
    static byte[] address(String name) {
        ByteBuffer bytes = ByteBuffer.allocate(300);
        bytes.put(HexFormat.of().parseHex(HEADER));
        for (String label : name.split("\\.")) {
            byte[] text = label.getBytes(StandardCharsets.US_ASCII);
            bytes.put((byte) text.length).put(text);
        }
        bytes.put((byte) 0).put(HexFormat.of().parseHex(A_IN));
        byte[] question = new byte[bytes.position()];
        bytes.get(0, question);
        return question;
    }

    /** For a name that nobody has asked for before. */
    static byte[] random(Random random, String below) {
        return address("n" + Long.toString(random.nextLong() & Long.MAX_VALUE, 36) + "." + below);
    }

    /** Names that point at themselves, at each other and past the end, and counts and lengths that lie. */
    static List<byte[]> crooked() {
        return List.of(
                        HEADER + "c00c" + A_IN,
                        HEADER + "c00ec00c" + A_IN,
                        HEADER + "0161c00c" + A_IN,
                        HEADER + "ffff" + A_IN,
                        HEADER + "3f61",
                        HEADER + "4061" + "00" + A_IN,
                        HEADER + "01".repeat(300),
                        HEADER + "0161".repeat(130) + "00" + A_IN,
                        "12340100ffffffffffffffff" + "0161" + "00" + A_IN,
                        "123401000001000000000003" + "0161" + "00" + A_IN + "000029ffff00000000ffff",
                        "123401000001000000000002" + "0161" + "00" + A_IN + "0000290200000000000000".repeat(2),
                        "123403000001ffff00000000" + "0161" + "00" + A_IN)
                .stream()
                .map(HexFormat.of()::parseHex)
                .toList();
    }
}
