package io.whittle.assembler.evidence;

import java.io.IOException;

/** Writes all that is known of a path, for {@link EvidenceReader}. */
final class EvidenceWriter extends KeptWriter {
    private EvidenceWriter(String key) throws IOException {
        super(key);
    }

    /**
     * The bytes of evidence.
     *
     * @param key what it is kept under
     */
    static byte[] write(String key, Evidence evidence) throws IOException {
        EvidenceWriter writer = new EvidenceWriter(key);
        writer.evidence(evidence);
        return writer.whole();
    }

    private void evidence(Evidence evidence) throws IOException {
        each(evidence.uses(), this::use);
        each(evidence.services(), asked -> {
            text(asked.module());
            text(asked.service());
            out.writeBoolean(asked.optional());
            place(asked.place());
        });
        each(evidence.provisions(), provision -> {
            text(provision.module());
            text(provision.service());
            text(provision.provider());
        });
        each(evidence.undecided(), undecided -> {
            text(undecided.module());
            out.writeByte(undecided.what().ordinal());
            place(undecided.place());
        });
        each(evidence.asked(), this::asked);
        each(evidence.skipped(), this::text);
    }

    private void use(Use use) throws IOException {
        text(use.from());
        text(use.to());
        out.writeByte(use.grade().ordinal());
        out.writeBoolean(use.optional());
        text(use.what());
        each(use.places(), this::place);
        out.writeInt(use.count());
    }
}
