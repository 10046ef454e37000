package io.whittle.assembler.jimage;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Who brings what into a {@code lib/modules} file: its resources, and what they take in the index.
 *
 * @param byModule every module, by name
 * @param generated what jlink makes of the descriptors of all modules, and keeps in java.base
 * @param head bytes before the first resource: the index
 * @param total bytes of the file
 */
public record JimageShares(SortedMap<String, Share> byModule, Share generated, long head, long total) {
    private static final String BASE = "java.base";
    private static final String GENERATED = "/java.base/jdk/internal/module/SystemModules";

    public JimageShares {
        byModule = Collections.unmodifiableSortedMap(new TreeMap<>(byModule));
    }

    /** A part of the file. */
    public record Range(long start, long length) {}

    /**
     * What one brings.
     *
     * @param stored bytes of resources, as stored
     * @param indexed bytes in the index; a text that several share is counted with java.base, or else with the first by name
     * @param descriptor bytes of its descriptor; none of what is generated
     * @param ranges where its resources lie, in the order of the file
     */
    public record Share(long stored, long indexed, long descriptor, List<Range> ranges) {
        public Share {
            ranges = List.copyOf(ranges);
        }
    }

    /**
     * Reads the index. Linear in the number of resources; their content is not touched.
     *
     * @throws IOException when the file is no such file, or is damaged
     */
    public static JimageShares of(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            JimageIndex index = JimageIndex.of(file, channel);
            Sorting sorting = new Sorting();
            index.each(sorting::own);
            index.each(sorting::tree);
            SortedMap<String, Share> shares = new TreeMap<>();
            sorting.texts.forEach((text, owner) -> sorting.sum(owner).indexed += index.textBytes(text));
            sorting.modules.forEach((module, sum) -> {
                if (sum.descriptor > 0) {
                    shares.put(module, sum.share());
                }
            });
            return new JimageShares(shares, sorting.generated.share(), index.head(), channel.size());
        }
    }

    /** Sums that grow. */
    private static final class Sum {
        long stored;
        long indexed;
        long descriptor;
        final List<Range> ranges = new ArrayList<>();

        void add(JimageIndex.Location location) {
            stored += location.stored();
            indexed += location.indexed();
            ranges.add(new Range(location.start(), location.stored()));
        }

        Share share() {
            ranges.sort((one, other) -> Long.compare(one.start(), other.start()));
            return new Share(stored, indexed, descriptor, joined());
        }

        /** What lies side by side as one. */
        private List<Range> joined() {
            List<Range> joined = new ArrayList<>();
            for (Range next : ranges) {
                Range last = joined.isEmpty() ? new Range(-1, 0) : joined.get(joined.size() - 1);
                if (last.start() + last.length() == next.start()) {
                    joined.set(joined.size() - 1, new Range(last.start(), last.length() + next.length()));
                } else if (next.length() > 0) {
                    joined.add(next);
                }
            }
            return joined;
        }
    }

    private static final class Sorting {
        final Map<String, Sum> modules = new HashMap<>();
        final Map<String, String> packages = new HashMap<>();
        final Map<Integer, String> texts = new HashMap<>();
        final Sum generated = new Sum();

        Sum sum(String module) {
            return modules.computeIfAbsent(module, none -> new Sum());
        }

        /** Resources of modules. */
        void own(JimageIndex.Location location) {
            String module = location.module();
            if (isTree(module)) {
                return;
            }
            String name = location.name();
            if (name.startsWith(GENERATED) && name.charAt(GENERATED.length()) != '.') {
                generated.add(location);
                return;
            }
            sum(module).add(location);
            if (location.isDescriptor()) {
                sum(module).descriptor = location.bytes();
            }
            int end = name.lastIndexOf('/');
            int begin = module.length() + 2;
            for (int at = end; at > begin; at = name.lastIndexOf('/', at - 1)) {
                packages.merge(name.substring(begin, at).replace('/', '.'), module, Sorting::first);
            }
            location.texts().forEach(text -> texts.merge(text, module, Sorting::first));
        }

        /** Folders of modules, and who has which package. */
        void tree(JimageIndex.Location location) {
            if (!isTree(location.module())) {
                return;
            }
            String[] parts = location.name().split("/", 4);
            String name = parts.length > 2 ? parts[2] : "";
            String owner = location.module().equals("modules") ? name : packages.getOrDefault(name, BASE);
            Sum sum = sum(modules.containsKey(owner) ? owner : BASE);
            sum.add(location);
            String counted = modules.containsKey(owner) ? owner : BASE;
            location.texts().forEach(text -> texts.merge(text, counted, Sorting::first));
        }

        private static boolean isTree(String module) {
            return module.equals("modules") || module.equals("packages") || module.isEmpty();
        }

        private static String first(String one, String other) {
            if (one.equals(BASE) || other.equals(BASE)) {
                return BASE;
            }
            return one.compareTo(other) <= 0 ? one : other;
        }
    }
}
