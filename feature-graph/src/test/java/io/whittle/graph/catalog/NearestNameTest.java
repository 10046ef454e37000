package io.whittle.graph.catalog;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;

/** Hints offer what was meant, or nothing. */
class NearestNameTest {
    @ParameterizedTest
    @CsvSource({"'','',0", "a,'',1", "dns,dns,0", "dns,dsn,1", "netstack,netstak,1", "abcd,badc,2", "ca,abc,3"})
    void distanceCountsEditsAndSwapsOfNeighbours(String one, String other, int distance) {
        assertThat(NearestName.distance(one, other)).isEqualTo(distance);
        assertThat(NearestName.distance(other, one)).isEqualTo(distance);
    }

    @Test
    void theNearestIsOfferedAndTheFirstByNameAmongEquals() {
        NearestName nearest = new NearestName();
        assertThat(nearest.to("netstak", List.of("gro", "netstack", "dns"))).contains("netstack");
        assertThat(nearest.to("dnx", List.of("dny", "dna", "dnz"))).contains("dna");
    }

    @Test
    void nothingIsOfferedThatIsFarAway() {
        assertThat(new NearestName().to("metrics", List.of("gro", "netstack", "dns")))
                .isEmpty();
        assertThat(new NearestName().to("dns", List.of())).isEmpty();
    }

    @Test
    void whenTheWorkIsDoneThereAreNoMoreHints() {
        NearestName nearest = new NearestName();
        List<String> names =
                IntStream.range(0, 100_000).mapToObj(i -> "feature-" + i).toList();
        long hints = IntStream.range(0, 1000)
                .filter(i -> nearest.to("featur-" + i, names).isPresent())
                .count();
        assertThat(hints).isBetween(1L, 100L);
    }
}
