package io.whittle.assembler.evidence;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * Writes what a jar says, for {@link StoredReader}: a mark, the length and the CRC-32 of the rest; then every text once, in the order of
 * first use, and the values, which name texts by their numbers.
 */
final class StoredWriter {
    static final int MARK = 0x57455631;

    private final Map<String, Integer> texts = new LinkedHashMap<>();
    private final ByteArrayOutputStream values = new ByteArrayOutputStream();
    private final DataOutputStream out = new DataOutputStream(values);

    private StoredWriter() {}

    /** One value of a list. */
    private interface Each<T> {
        void write(T value) throws IOException;
    }

    /**
     * The bytes of a unit.
     *
     * @param key what it is kept under
     */
    static byte[] write(String key, UnitUses unit) throws IOException {
        StoredWriter writer = new StoredWriter();
        writer.text(key);
        writer.unit(unit);
        return writer.whole();
    }

    private byte[] whole() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        DataOutputStream toBody = new DataOutputStream(body);
        toBody.writeInt(texts.size());
        for (String text : texts.keySet()) {
            write(text, toBody);
        }
        values.writeTo(toBody);
        CRC32 sum = new CRC32();
        sum.update(body.toByteArray());
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        DataOutputStream toAll = new DataOutputStream(all);
        toAll.writeInt(MARK);
        toAll.writeInt(body.size());
        toAll.writeInt((int) sum.getValue());
        body.writeTo(toAll);
        return all.toByteArray();
    }

    /** Its length, with a bit for how wide its letters are, then these: most texts need a byte for each, and are read fastest so. */
    private static void write(String text, DataOutputStream to) throws IOException {
        boolean isWide = text.chars().anyMatch(letter -> letter > 0xFF);
        to.writeInt(text.length() << 1 | (isWide ? 1 : 0));
        if (isWide) {
            to.writeChars(text);
        } else {
            to.writeBytes(text);
        }
    }

    private void unit(UnitUses unit) throws IOException {
        text(unit.module());
        each(unit.classes(), this::text);
        each(unit.resources(), this::text);
        each(unit.references(), this::reference);
        each(unit.names(), named -> {
            out.writeByte(named.sink().ordinal());
            text(named.name());
            out.writeBoolean(named.optional());
            place(named.place());
        });
        each(unit.services(), asked -> {
            text(asked.service());
            out.writeBoolean(asked.optional());
            place(asked.place());
        });
        each(unit.calls(), call -> {
            text(call.method());
            out.writeInt(call.parameter());
            optional(call.constant());
            out.writeBoolean(call.optional());
            place(call.place());
        });
        each(unit.forwards(), this::forward);
        each(unit.unknowns(), unknown -> {
            out.writeByte(unknown.sink().ordinal());
            place(unknown.place());
        });
        lists(unit.provides());
        each(unit.handed().entrySet(), handed -> {
            text(handed.getKey());
            out.writeInt(handed.getValue());
        });
        lists(unit.parents());
        each(unit.skipped(), this::text);
        each(unit.asked(), asked -> {
            text(asked.module());
            StoredAsk ask = StoredAsk.of(asked.ask());
            out.writeByte(ask.kind());
            each(ask.parts(), this::text);
            place(asked.place());
        });
        each(unit.packages().entrySet(), named -> {
            out.writeLong(named.getKey());
            out.writeByte(named.getValue().ordinal());
        });
    }

    private void reference(UnitUses.Reference reference) throws IOException {
        text(reference.target());
        out.writeBoolean(reference.optional());
        each(reference.guards(), this::text);
        each(reference.places(), this::place);
        out.writeInt(reference.count());
    }

    private void forward(UnitUses.Forward forward) throws IOException {
        text(forward.method());
        out.writeInt(forward.parameter());
        out.writeByte(forward.sink().map(Enum::ordinal).orElse(-1));
        text(forward.next());
        out.writeInt(forward.nextParameter());
        out.writeBoolean(forward.optional());
        place(forward.place());
    }

    private void place(CodePlace place) throws IOException {
        text(place.module());
        text(place.className());
        text(place.member());
        optional(place.file());
        out.writeInt(place.line());
    }

    private void optional(Optional<String> text) throws IOException {
        out.writeBoolean(text.isPresent());
        text(text.orElse(""));
    }

    private void lists(Map<String, List<String>> lists) throws IOException {
        each(lists.entrySet(), list -> {
            text(list.getKey());
            each(list.getValue(), this::text);
        });
    }

    private <T> void each(Collection<T> all, Each<T> each) throws IOException {
        out.writeInt(all.size());
        for (T value : all) {
            each.write(value);
        }
    }

    private void text(String text) throws IOException {
        Integer number = texts.putIfAbsent(text, texts.size());
        out.writeInt(number == null ? texts.size() - 1 : number);
    }
}
