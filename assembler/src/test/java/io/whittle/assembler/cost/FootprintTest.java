package io.whittle.assembler.cost;

import io.whittle.assembler.check.Measurement;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.OptionalLong;

import static org.assertj.core.api.Assertions.assertThat;

/** What images take when they run. */
class FootprintTest {
    @Test
    void ofMemoryTheLargestCountsAndOfStartUpTheMedian() {
        Footprint footprint = Footprint.of(List.of(
                measured("step 1: a", 900, 10), measured("step 2: b", 100, 30), measured("step 3: c", 200, 20)));

        assertThat(footprint.start()).hasValue(200);
        assertThat(footprint.memory()).hasValue(30 << 10);
    }

    @Test
    void betweenTwoItIsTheMiddle() {
        assertThat(Footprint.of(List.of(measured("step 1: a", 100, 10), measured("step 2: b", 200, 20)))
                        .start())
                .hasValue(150);
    }

    @Test
    void aCommandThatTakesMoreThanItsServiceCountsForMemoryAlone() {
        Footprint footprint = Footprint.of(
                List.of(measured("start: d", 500, 70), measured("start: e", 700, 60), measured("step 1: c", 100, 90)));

        assertThat(footprint).isEqualTo(new Footprint(OptionalLong.of(90 << 10), OptionalLong.of(600)));
    }

    @Test
    void commandsThatAskAServiceDoNotCountForStartUp() {
        Footprint footprint = Footprint.of(List.of(measured("start: d", 500, 70), measured("step 1: c", 100, 10)));

        assertThat(footprint).isEqualTo(new Footprint(OptionalLong.of(70 << 10), OptionalLong.of(500)));
    }

    @Test
    void whatWasNotMeasuredIsNone() {
        assertThat(Footprint.of(List.of())).isEqualTo(Footprint.NONE);
        assertThat(Footprint.of(List.of(new Measurement("start: d", OptionalLong.empty(), OptionalLong.of(7))))
                        .start())
                .isEmpty();
    }

    private static Measurement measured(String process, long millis, long kib) {
        return new Measurement(process, OptionalLong.of(millis), OptionalLong.of(kib));
    }
}
