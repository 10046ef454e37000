package io.whittle.assembler.jimage;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a module takes in a {@code lib/modules} file, as stored.
 *
 * @param classes bytes of its classes
 * @param other bytes of all else
 */
public record ModuleBytes(long classes, long other) {
    private static final ModuleBytes NONE = new ModuleBytes(0, 0);

    /**
     * Of each module, by name. Linear in the number of resources; their content is not touched.
     *
     * @throws IOException when the file is no such file, or is damaged
     */
    public static SortedMap<String, ModuleBytes> of(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            SortedMap<String, ModuleBytes> modules = new TreeMap<>();
            JimageIndex.of(file, channel).each(location -> {
                ModuleBytes before = modules.getOrDefault(location.module(), NONE);
                modules.put(
                        location.module(),
                        location.isClass()
                                ? new ModuleBytes(before.classes + location.stored(), before.other)
                                : new ModuleBytes(before.classes, before.other + location.stored()));
            });
            return modules;
        }
    }
}
