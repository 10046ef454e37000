package io.whittle.assembler.evidence;

import io.whittle.assembler.jdkneeds.JdkAsk;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.zip.CRC32;

/** Reads what a {@link KeptWriter} wrote. Nothing is believed before the checksum holds. */
class KeptReader {
    private static final int HEADER = 3 * Integer.BYTES;

    /** The values that are no texts. */
    final ByteBuffer in;

    private final List<String> texts = new ArrayList<>();

    KeptReader(byte[] bytes) {
        in = ByteBuffer.wrap(bytes, HEADER, bytes.length - HEADER);
    }

    /**
     * What was kept; empty where the bytes are not whole, or were kept under another key.
     *
     * @param open makes a reader of whole bytes
     * @param values reads what stands behind the key
     */
    static <R extends KeptReader, T> Optional<T> read(
            String key, byte[] bytes, Function<byte[], R> open, Function<R, T> values) {
        if (!isWhole(bytes)) {
            return Optional.empty();
        }
        try {
            R reader = open.apply(bytes);
            KeptReader kept = reader;
            return kept.begin(key) ? Optional.of(values.apply(reader)) : Optional.empty();
        } catch (BufferUnderflowException | IllegalArgumentException | IndexOutOfBoundsException foreign) {
            // Somebody else's file with a sum that holds.
            return Optional.empty();
        }
    }

    private boolean begin(String key) {
        int count = in.getInt();
        for (int i = 0; i < count; i++) {
            texts.add(written());
        }
        return text().equals(key);
    }

    private static boolean isWhole(byte[] bytes) {
        if (bytes.length < HEADER) {
            return false;
        }
        ByteBuffer header = ByteBuffer.wrap(bytes);
        CRC32 sum = new CRC32();
        sum.update(bytes, HEADER, bytes.length - HEADER);
        return header.getInt() == KeptWriter.MARK
                && header.getInt() == bytes.length - HEADER
                && header.getInt() == (int) sum.getValue();
    }

    final CodePlace place() {
        String module = text();
        String className = text();
        String member = text();
        return new CodePlace(module, className, member, optional(), in.getInt());
    }

    final Optional<String> optional() {
        boolean there = truth();
        String text = text();
        return there ? Optional.of(text) : Optional.empty();
    }

    final AskedByModule asked() {
        return new AskedByModule(text(), ask(), place(), truth(), each(this::text));
    }

    private JdkAsk ask() {
        int kind = in.get();
        List<String> parts = each(this::text);
        return StoredAsk.of(kind, parts);
    }

    final <T> List<T> each(Supplier<T> each) {
        int count = in.getInt();
        List<T> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            all.add(each.get());
        }
        return all;
    }

    final String text() {
        return texts.get(in.getInt());
    }

    final boolean truth() {
        return in.get() != 0;
    }

    /** A text where it is written out. */
    private String written() {
        int head = in.getInt();
        int length = head >>> 1;
        if ((head & 1) == 0) {
            String text = new String(in.array(), in.position(), length, StandardCharsets.ISO_8859_1);
            in.position(in.position() + length);
            return text;
        }
        char[] letters = new char[length];
        for (int i = 0; i < length; i++) {
            letters[i] = in.getChar();
        }
        return new String(letters);
    }
}
