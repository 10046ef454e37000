package io.whittle.assembler.jimage;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** A lib/modules file of a few resources, in the order in which they were named. */
final class CraftedJimage {
    private final Map<String, byte[]> resources = new LinkedHashMap<>();

    /** A resource, named like {@code /java.base/java/lang/Object.class}. */
    CraftedJimage with(String name, String content) {
        resources.put(name, content.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    void writeTo(Path file) throws IOException {
        ByteArrayOutputStream strings = new ByteArrayOutputStream();
        strings.write(0);
        ByteArrayOutputStream locations = new ByteArrayOutputStream();
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        int[] offsets = new int[resources.size()];
        int number = 0;
        for (Map.Entry<String, byte[]> resource : resources.entrySet()) {
            offsets[number++] = locations.size();
            String[] parts = resource.getKey().split("/(?=[^/]*/)|/", 3);
            String path = parts[2];
            int slash = path.lastIndexOf('/');
            int dot = path.lastIndexOf('.');
            attribute(locations, 1, text(strings, parts[1]));
            attribute(locations, 2, text(strings, slash < 0 ? "" : path.substring(0, slash)));
            attribute(locations, 3, text(strings, path.substring(slash + 1, dot)));
            attribute(locations, 4, text(strings, path.substring(dot + 1)));
            attribute(locations, 5, content.size());
            attribute(locations, 7, resource.getValue().length);
            locations.write(0);
            content.write(resource.getValue());
        }
        ByteBuffer head = ByteBuffer.allocate(28 + 8 * offsets.length).order(ByteOrder.LITTLE_ENDIAN);
        head.putInt(0xCAFEDADA).putInt(1 << 16).putInt(0).putInt(offsets.length).putInt(offsets.length);
        head.putInt(locations.size()).putInt(strings.size());
        head.position(28 + 4 * offsets.length);
        for (int offset : offsets) {
            head.putInt(offset);
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write(head.array());
        locations.writeTo(all);
        strings.writeTo(all);
        content.writeTo(all);
        Files.createDirectories(file.getParent());
        Files.write(file, all.toByteArray());
    }

    private static int text(ByteArrayOutputStream strings, String text) throws IOException {
        int at = strings.size();
        strings.write(text.getBytes(StandardCharsets.UTF_8));
        strings.write(0);
        return text.isEmpty() ? 0 : at;
    }

    private static void attribute(ByteArrayOutputStream locations, int kind, int value) throws IOException {
        locations.write(kind << 3 | 3);
        locations.write(ByteBuffer.allocate(4).putInt(value).array());
    }
}
