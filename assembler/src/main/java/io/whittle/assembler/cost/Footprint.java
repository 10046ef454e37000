package io.whittle.assembler.cost;

import io.whittle.assembler.check.Measurement;

import java.util.List;
import java.util.OptionalLong;
import java.util.stream.LongStream;

/**
 * What an image takes when it runs, of what its checks measured: of memory the worst, which a device has to have; of start-up the usual. Where
 * checks start services, start-up is that of services alone, since a command that asks one is another matter.
 *
 * @param memory the most memory any process held, in bytes; empty where it was not measured
 * @param start the median of the time from start until ready, or of commands until their end, in milliseconds; empty where it was not measured
 */
public record Footprint(OptionalLong memory, OptionalLong start) {
    private static final String SERVICE = "start: ";

    /** Nothing was measured. */
    public static final Footprint NONE = new Footprint(OptionalLong.empty(), OptionalLong.empty());

    /** Of measurements of one image. */
    public static Footprint of(List<Measurement> measurements) {
        List<Measurement> services = measurements.stream()
                .filter(each -> each.process().startsWith(SERVICE))
                .toList();
        List<Measurement> started = services.isEmpty() ? measurements : services;
        return new Footprint(
                measurements.stream()
                        .map(Measurement::peakKib)
                        .flatMapToLong(OptionalLong::stream)
                        .map(kib -> kib << 10)
                        .max(),
                median(started.stream().map(Measurement::startMillis).flatMapToLong(OptionalLong::stream)));
    }

    /** Whether there is neither. */
    boolean isEmpty() {
        return memory.isEmpty() && start.isEmpty();
    }

    /** Of an even number the middle of the two in the middle. */
    private static OptionalLong median(LongStream values) {
        long[] sorted = values.sorted().toArray();
        if (sorted.length == 0) {
            return OptionalLong.empty();
        }
        int middle = sorted.length / 2;
        return OptionalLong.of(sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2);
    }
}
