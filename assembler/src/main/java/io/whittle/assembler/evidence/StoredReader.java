package io.whittle.assembler.evidence;

import io.whittle.assembler.evidence.UnitUses.Sink;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads what {@link StoredWriter} wrote. */
final class StoredReader extends KeptReader {
    private StoredReader(byte[] bytes) {
        super(bytes);
    }

    /** The unit; empty where the bytes are not whole, or were kept under another key. */
    static Optional<UnitUses> read(String key, byte[] bytes) {
        return read(key, bytes, StoredReader::new, StoredReader::unit);
    }

    private UnitUses unit() {
        return new UnitUses(
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
                each(this::asked),
                packages());
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

    private SortedMap<Long, PathPackages.Whose> packages() {
        SortedMap<Long, PathPackages.Whose> packages = new TreeMap<>();
        int count = in.getInt();
        for (int i = 0; i < count; i++) {
            packages.put(in.getLong(), PathPackages.Whose.values()[in.get()]);
        }
        return packages;
    }

    private Sink sink() {
        return Sink.values()[in.get()];
    }
}
