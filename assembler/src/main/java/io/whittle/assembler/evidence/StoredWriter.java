package io.whittle.assembler.evidence;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Writes what a jar says, for {@link StoredReader}. */
final class StoredWriter extends KeptWriter {
    private StoredWriter(String key) throws IOException {
        super(key);
    }

    /**
     * The bytes of a unit.
     *
     * @param key what it is kept under
     */
    static byte[] write(String key, UnitUses unit) throws IOException {
        StoredWriter writer = new StoredWriter(key);
        writer.unit(unit);
        return writer.whole();
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
        each(unit.asked(), this::asked);
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

    private void lists(Map<String, List<String>> lists) throws IOException {
        each(lists.entrySet(), list -> {
            text(list.getKey());
            each(list.getValue(), this::text);
        });
    }
}
