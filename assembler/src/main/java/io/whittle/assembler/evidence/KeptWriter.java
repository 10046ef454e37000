package io.whittle.assembler.evidence;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * Writes what is kept, for {@link KeptReader}: a mark, the length and the CRC-32 of the rest; then every text once, in the order of first
 * use, and the values, which name texts by their numbers. The first of them is the key.
 */
class KeptWriter {
    static final int MARK = 0x57455631;

    /** Takes the values that are no texts. */
    final DataOutputStream out;

    private final Map<String, Integer> texts = new LinkedHashMap<>();
    private final ByteArrayOutputStream values = new ByteArrayOutputStream();

    /** @param key what it is kept under */
    KeptWriter(String key) throws IOException {
        out = new DataOutputStream(values);
        text(key);
    }

    /** One value of a list. */
    interface Each<T> {
        void write(T value) throws IOException;
    }

    /** All that was written. */
    final byte[] whole() throws IOException {
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
        boolean isWide = isWide(text);
        to.writeInt(text.length() << 1 | (isWide ? 1 : 0));
        if (isWide) {
            to.writeChars(text);
        } else {
            to.write(text.getBytes(StandardCharsets.ISO_8859_1));
        }
    }

    private static boolean isWide(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0xFF) {
                return true;
            }
        }
        return false;
    }

    final void place(CodePlace place) throws IOException {
        text(place.module());
        text(place.className());
        text(place.member());
        optional(place.file());
        out.writeInt(place.line());
    }

    final void asked(AskedByModule asked) throws IOException {
        text(asked.module());
        StoredAsk ask = StoredAsk.of(asked.ask());
        out.writeByte(ask.kind());
        each(ask.parts(), this::text);
        place(asked.place());
        out.writeBoolean(asked.optional());
        each(asked.guards(), this::text);
    }

    final void optional(Optional<String> text) throws IOException {
        out.writeBoolean(text.isPresent());
        text(text.orElse(""));
    }

    final <T> void each(Collection<T> all, Each<T> each) throws IOException {
        out.writeInt(all.size());
        for (T value : all) {
            each.write(value);
        }
    }

    final void text(String text) throws IOException {
        Integer number = texts.putIfAbsent(text, texts.size());
        out.writeInt(number == null ? texts.size() - 1 : number);
    }
}
