package io.whittle.assembler.modular;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a jar tells of itself, as bytes.
 *
 * @param out takes them
 */
record FactsText(DataOutputStream out) {
    void write(JarFacts facts) throws IOException {
        out.writeInt(facts.classes().size());
        for (Map.Entry<String, Long> each : facts.classes().entrySet()) {
            out.writeUTF(each.getKey());
            out.writeLong(each.getValue());
        }
        write(facts.folders());
        write(facts.named());
        write(facts.unnamed());
        out.writeInt(facts.services().size());
        for (Map.Entry<String, List<String>> each : facts.services().entrySet()) {
            out.writeUTF(each.getKey());
            write(each.getValue());
        }
        out.writeInt(facts.refused().size());
        for (Map.Entry<String, SortedMap<String, String>> each : facts.refused().entrySet()) {
            out.writeUTF(each.getKey());
            write(each.getValue());
        }
        out.writeBoolean(facts.loadsServices());
        out.writeBoolean(facts.signed());
        out.writeBoolean(facts.multiRelease());
    }

    static JarFacts read(String sha256, DataInputStream in) throws IOException {
        SortedMap<String, Long> classes = new TreeMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            classes.put(in.readUTF(), in.readLong());
        }
        TreeSet<String> folders = new TreeSet<>(list(in));
        SortedMap<String, String> named = map(in);
        TreeSet<String> unnamed = new TreeSet<>(list(in));
        SortedMap<String, List<String>> services = new TreeMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            services.put(in.readUTF(), list(in));
        }
        SortedMap<String, SortedMap<String, String>> refused = new TreeMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            refused.put(in.readUTF(), map(in));
        }
        return new JarFacts(
                sha256,
                classes,
                folders,
                named,
                unnamed,
                services,
                refused,
                in.readBoolean(),
                in.readBoolean(),
                in.readBoolean());
    }

    private void write(Collection<String> texts) throws IOException {
        out.writeInt(texts.size());
        for (String each : texts) {
            out.writeUTF(each);
        }
    }

    private void write(Map<String, String> texts) throws IOException {
        out.writeInt(texts.size());
        for (Map.Entry<String, String> each : texts.entrySet()) {
            out.writeUTF(each.getKey());
            out.writeUTF(each.getValue());
        }
    }

    private static List<String> list(DataInputStream in) throws IOException {
        List<String> texts = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            texts.add(in.readUTF());
        }
        return texts;
    }

    private static SortedMap<String, String> map(DataInputStream in) throws IOException {
        SortedMap<String, String> texts = new TreeMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            texts.put(in.readUTF(), in.readUTF());
        }
        return texts;
    }
}
