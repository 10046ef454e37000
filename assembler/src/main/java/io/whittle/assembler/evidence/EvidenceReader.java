package io.whittle.assembler.evidence;

import java.util.Optional;

/** Reads what {@link EvidenceWriter} wrote. */
final class EvidenceReader extends KeptReader {
    private static final Grade[] GRADES = Grade.values();

    private EvidenceReader(byte[] bytes) {
        super(bytes);
    }

    /** The evidence; empty where the bytes are not whole, or were kept under another key. */
    static Optional<Evidence> read(String key, byte[] bytes) {
        return read(key, bytes, EvidenceReader::new, EvidenceReader::evidence);
    }

    private Evidence evidence() {
        return new Evidence(
                each(this::use),
                each(() -> new ServiceUse(text(), text(), truth(), place())),
                each(() -> new Provision(text(), text(), text())),
                each(() -> new Undecided(text(), Undecided.What.values()[in.get()], place())),
                each(this::asked),
                each(this::text));
    }

    private Use use() {
        return new Use(text(), text(), GRADES[in.get()], truth(), text(), each(this::place), in.getInt());
    }
}
