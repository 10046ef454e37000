package io.whittle.assembler.evidence;

import io.whittle.assembler.evidence.UnitUses.Sink;
import io.whittle.assembler.jdkneeds.JdkAsk;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.zip.CRC32;

/** Reads what {@link StoredWriter} wrote. Nothing is believed before the checksum holds. */
final class StoredReader {
    private static final int HEADER = 3 * Integer.BYTES;

    private final ByteBuffer in;
    private final List<String> texts = new ArrayList<>();

    private StoredReader(ByteBuffer in) {
        this.in = in;
    }

    /** The unit; empty where the bytes are not whole, or were kept under another key. */
    static Optional<UnitUses> read(String key, byte[] bytes) {
        if (!isWhole(bytes)) {
            return Optional.empty();
        }
        StoredReader reader = new StoredReader(ByteBuffer.wrap(bytes, HEADER, bytes.length - HEADER));
        try {
            return reader.unit(key);
        } catch (BufferUnderflowException | IllegalArgumentException | IndexOutOfBoundsException foreign) {
            // Somebody else's file with a sum that holds.
            return Optional.empty();
        }
    }

    private static boolean isWhole(byte[] bytes) {
        if (bytes.length < HEADER) {
            return false;
        }
        ByteBuffer header = ByteBuffer.wrap(bytes);
        CRC32 sum = new CRC32();
        sum.update(bytes, HEADER, bytes.length - HEADER);
        return header.getInt() == StoredWriter.MARK
                && header.getInt() == bytes.length - HEADER
                && header.getInt() == (int) sum.getValue();
    }

    private Optional<UnitUses> unit(String key) {
        int count = in.getInt();
        for (int i = 0; i < count; i++) {
            texts.add(written());
        }
        if (!text().equals(key)) {
            return Optional.empty();
        }
        return Optional.of(new UnitUses(
                text(),
                new TreeSet<>(each(this::text)),
                new TreeSet<>(each(this::text)),
                each(this::reference),
                each(() -> new UnitUses.Named(sink(), text(), truth(), place())),
                each(() -> new UnitUses.Asked(text(), truth(), place())),
                each(() -> new UnitUses.Call(text(), in.getInt(), optional(), truth(), place())),
                each(this::forward),
                each(() -> new UnitUses.Unknown(sink(), place())),
                lists(),
                handed(),
                lists(),
                each(this::text),
                each(() -> new AskedByModule(text(), ask(), place())),
                packages()));
    }

    private UnitUses.Reference reference() {
        return new UnitUses.Reference(text(), truth(), new TreeSet<>(each(this::text)), each(this::place), in.getInt());
    }

    private UnitUses.Forward forward() {
        String method = text();
        int parameter = in.getInt();
        int sink = in.get();
        return new UnitUses.Forward(
                method,
                parameter,
                sink < 0 ? Optional.empty() : Optional.of(Sink.values()[sink]),
                text(),
                in.getInt(),
                truth(),
                place());
    }

    private SortedMap<String, List<String>> lists() {
        SortedMap<String, List<String>> lists = new TreeMap<>();
        int count = in.getInt();
        for (int i = 0; i < count; i++) {
            lists.put(text(), each(this::text));
        }
        return lists;
    }

    private SortedMap<String, Integer> handed() {
        SortedMap<String, Integer> handed = new TreeMap<>();
        int count = in.getInt();
        for (int i = 0; i < count; i++) {
            handed.put(text(), in.getInt());
        }
        return handed;
    }

    private JdkAsk ask() {
        int kind = in.get();
        List<String> parts = each(this::text);
        return StoredAsk.of(kind, parts);
    }

    private SortedMap<Long, PathPackages.Whose> packages() {
        SortedMap<Long, PathPackages.Whose> packages = new TreeMap<>();
        int count = in.getInt();
        for (int i = 0; i < count; i++) {
            packages.put(in.getLong(), PathPackages.Whose.values()[in.get()]);
        }
        return packages;
    }

    private CodePlace place() {
        String module = text();
        String className = text();
        String member = text();
        return new CodePlace(module, className, member, optional(), in.getInt());
    }

    private Optional<String> optional() {
        boolean there = truth();
        String text = text();
        return there ? Optional.of(text) : Optional.empty();
    }

    private Sink sink() {
        return Sink.values()[in.get()];
    }

    private <T> List<T> each(Supplier<T> each) {
        int count = in.getInt();
        List<T> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            all.add(each.get());
        }
        return all;
    }

    private String text() {
        return texts.get(in.getInt());
    }

    private boolean truth() {
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
