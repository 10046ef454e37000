package io.whittle.assembler.jimage;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which modules are in a {@code lib/modules} file and what each takes there.
 *
 * @param bytesByModule bytes in the file, as stored, of each module's resources
 * @param order of the numbers in its index, which must be the processor's
 */
public record Jimage(SortedMap<String, Long> bytesByModule, ByteOrder order) {
    public Jimage {
        bytesByModule = Collections.unmodifiableSortedMap(new TreeMap<>(bytesByModule));
    }

    /**
     * Reads the index. Linear in the number of resources; their content is not touched.
     *
     * @throws IOException when the file is no such file, or is damaged
     */
    public static Jimage of(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            JimageIndex index = JimageIndex.of(file, channel);
            Map<String, Long> sizes = new HashMap<>();
            SortedMap<String, Long> modules = new TreeMap<>();
            index.each(location -> {
                String module = location.module();
                sizes.merge(module, location.stored(), Long::sum);
                // The index also lists packages and folders; a module is what has a descriptor.
                if (location.isDescriptor()) {
                    modules.put(module, 0L);
                }
            });
            modules.replaceAll((module, none) -> sizes.get(module));
            return new Jimage(modules, index.order());
        }
    }
}
