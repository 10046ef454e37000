package io.whittle.graph.catalog;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Breaks catalogues at random: cuts, flips bits, splices, repeats, and strews what YAML and the format treat specially. */
final class Mutation {
    private static final List<String> BITS = List.of(
            "!",
            "!linux",
            "&a ",
            "*a",
            "<<: ",
            "---\n",
            "...\n",
            "? ",
            ": ",
            "- ",
            "|",
            ">",
            "|-\n",
            "'",
            "\"",
            "\\",
            "[",
            "]",
            "{",
            "}",
            ",",
            "#",
            "%",
            "@",
            "`",
            "\t",
            "\n",
            "\r",
            "\r\n",
            "\0",
            "\u0007",
            "\uFEFF",
            "\u0085",
            "\u2028",
            "\uD83D\uDE00",
            "null",
            "~",
            "true",
            "1e999",
            "(",
            ")",
            "not ",
            " and ",
            " or ",
            "all",
            "when: ",
            "extends: ",
            "feature: ",
            "%YAML 1.2\n---\n",
            "%TAG ! tag:x,2000:\n---\n",
            "\u00ff\u00fe");

    private final Random random;
    private final List<byte[]> seeds = new ArrayList<>();

    Mutation(long seed) {
        this.random = new Random(seed);
        for (String folder : List.of("good", "bad-shape", "bad-meaning", "bad-text")) {
            for (Path sample : Samples.in(folder)) {
                seeds.add(Samples.text(sample).getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    byte[] next() {
        byte[] bytes = any();
        for (int i = random.nextInt(4); i >= 0; i--) {
            bytes = mutated(bytes);
        }
        return bytes;
    }

    private byte[] mutated(byte[] bytes) {
        int at = random.nextInt(bytes.length + 1);
        int to = at + random.nextInt(Math.min(200, bytes.length - at) + 1);
        return switch (random.nextInt(8)) {
            case 0 -> slice(bytes, 0, at);
            case 1 -> slice(bytes, at, bytes.length);
            case 2 -> flipped(bytes);
            case 3 -> joined(slice(bytes, 0, at), slice(any(), 0, 400), slice(bytes, to, bytes.length));
            case 4 -> joined(slice(bytes, 0, to), slice(bytes, at, bytes.length));
            case 5 -> joined(slice(bytes, 0, at), slice(bytes, to, bytes.length));
            case 6 -> joined(slice(bytes, 0, at), repeated(slice(bytes, at, to)), slice(bytes, to, bytes.length));
            default -> joined(slice(bytes, 0, at), bit(), slice(bytes, at, bytes.length));
        };
    }

    private byte[] any() {
        return seeds.get(random.nextInt(seeds.size()));
    }

    private byte[] bit() {
        String bit = BITS.get(random.nextInt(BITS.size()));
        return bit.repeat(random.nextInt(20) == 0 ? 3000 : 1).getBytes(StandardCharsets.UTF_8);
    }

    private byte[] repeated(byte[] bytes) {
        return Stream.generate(() -> bytes).limit(random.nextInt(40)).reduce(new byte[0], Mutation::joined);
    }

    private byte[] flipped(byte[] bytes) {
        byte[] flipped = bytes.clone();
        for (int i = random.nextInt(8); i >= 0 && flipped.length > 0; i--) {
            flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return flipped;
    }

    private static byte[] slice(byte[] bytes, int from, int to) {
        return Arrays.copyOfRange(bytes, from, Math.max(from, Math.min(to, bytes.length)));
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            joined.writeBytes(part);
        }
        return joined.toByteArray();
    }
}
