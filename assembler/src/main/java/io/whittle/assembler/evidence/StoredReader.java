package io.whittle.assembler.evidence;

import io.whittle.assembler.evidence.UnitUses.Sink;
import io.whittle.assembler.jdkneeds.JdkAsk;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.CRC32;

/** Reads what {@link StoredWriter} wrote. Nothing is believed before the checksum holds. */
final class StoredReader {
    private static final int HEADER = 3 * Integer.BYTES;

    private final DataInputStream in;
    private final List<String> texts = new ArrayList<>();

    private StoredReader(DataInputStream in) {
        this.in = in;
    }

    /** One value of a list. */
    private interface Each<T> {
        T read() throws IOException;
    }

    /** The unit; empty where the bytes are not whole, or were kept under another key. */
    static Optional<UnitUses> read(String key, byte[] bytes) {
        if (!isWhole(bytes)) {
            return Optional.empty();
        }
        StoredReader reader =
                new StoredReader(new DataInputStream(new ByteArrayInputStream(bytes, HEADER, bytes.length - HEADER)));
        try {
            return reader.unit(key);
        } catch (IOException | IndexOutOfBoundsException foreign) {
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

    private Optional<UnitUses> unit(String key) throws IOException {
        int count = in.readInt();
        for (int i = 0; i < count; i++) {
            texts.add(in.readUTF());
        }
        if (!text().equals(key)) {
            return Optional.empty();
        }
        return Optional.of(new UnitUses(
                text(),
                new TreeSet<>(each(this::text)),
                new TreeSet<>(each(this::text)),
                each(this::reference),
                each(() -> new UnitUses.Named(sink(), text(), in.readBoolean(), place())),
                each(() -> new UnitUses.Asked(text(), in.readBoolean(), place())),
                each(() -> new UnitUses.Call(text(), in.readInt(), optional(), in.readBoolean(), place())),
                each(this::forward),
                each(() -> new UnitUses.Unknown(sink(), place())),
                lists(),
                handed(),
                lists(),
                each(this::text),
                each(() -> new AskedByModule(text(), ask(), place())),
                packages()));
    }

    private UnitUses.Reference reference() throws IOException {
        return new UnitUses.Reference(
                text(), in.readBoolean(), new TreeSet<>(each(this::text)), each(this::place), in.readInt());
    }

    private UnitUses.Forward forward() throws IOException {
        String method = text();
        int parameter = in.readInt();
        int sink = in.readByte();
        return new UnitUses.Forward(
                method,
                parameter,
                sink < 0 ? Optional.empty() : Optional.of(Sink.values()[sink]),
                text(),
                in.readInt(),
                in.readBoolean(),
                place());
    }

    private SortedMap<String, List<String>> lists() throws IOException {
        SortedMap<String, List<String>> lists = new TreeMap<>();
        int count = in.readInt();
        for (int i = 0; i < count; i++) {
            lists.put(text(), each(this::text));
        }
        return lists;
    }

    private SortedMap<String, Integer> handed() throws IOException {
        SortedMap<String, Integer> handed = new TreeMap<>();
        int count = in.readInt();
        for (int i = 0; i < count; i++) {
            handed.put(text(), in.readInt());
        }
        return handed;
    }

    private JdkAsk ask() throws IOException {
        int kind = in.readByte();
        List<String> parts = each(this::text);
        return StoredAsk.of(kind, parts);
    }

    private SortedMap<Long, PathPackages.Whose> packages() throws IOException {
        SortedMap<Long, PathPackages.Whose> packages = new TreeMap<>();
        int count = in.readInt();
        for (int i = 0; i < count; i++) {
            packages.put(in.readLong(), PathPackages.Whose.values()[in.readByte()]);
        }
        return packages;
    }

    private CodePlace place() throws IOException {
        String module = text();
        String className = text();
        String member = text();
        return new CodePlace(module, className, member, optional(), in.readInt());
    }

    private Optional<String> optional() throws IOException {
        boolean there = in.readBoolean();
        String text = text();
        return there ? Optional.of(text) : Optional.empty();
    }

    private Sink sink() throws IOException {
        return Sink.values()[in.readByte()];
    }

    private <T> List<T> each(Each<T> each) throws IOException {
        int count = in.readInt();
        List<T> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            all.add(each.read());
        }
        return all;
    }

    private String text() throws IOException {
        return texts.get(in.readInt());
    }
}
