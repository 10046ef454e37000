package outpost.metrics;

import org.junit.jupiter.api.Test;
import outpost.metrics.MetricFamily.Type;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class TextFormatTest {
    @Test
    void gaugeAndCounterLookAsTheFormatSays() {
        String text = TextFormat.write(List.of(
                MetricFamily.gauge("outpost_up", "Whether the node is up.", 1),
                MetricFamily.counter("outpost_netmap_updates_total", "Netmaps taken.", 12)));

        assertThat(text).isEqualTo("""
                # HELP outpost_up Whether the node is up.
                # TYPE outpost_up gauge
                outpost_up 1
                # HELP outpost_netmap_updates_total Netmaps taken.
                # TYPE outpost_netmap_updates_total counter
                outpost_netmap_updates_total 12
                """);
    }

    @Test
    void labelsAreSortedAndEscaped() {
        var family = new MetricFamily(
                "outpost_peer_online",
                "Back\\slash and\nbreak.",
                Type.GAUGE,
                List.of(MetricFamily.sample(Map.of("peer", "a\"b\\c\nd", "net", "home"), 0.25)));

        assertThat(TextFormat.write(List.of(family))).isEqualTo("""
                # HELP outpost_peer_online Back\\\\slash and\\nbreak.
                # TYPE outpost_peer_online gauge
                outpost_peer_online{net="home",peer="a\\"b\\\\c\\nd"} 0.25
                """);
    }

    @Test
    void numbersBeyondTheUsualHaveTheirOwnWords() {
        assertThat(TextFormat.write(List.of(MetricFamily.gauge("a", "", Double.NaN))))
                .endsWith("\na NaN\n");
        assertThat(TextFormat.write(List.of(MetricFamily.gauge("a", "", Double.POSITIVE_INFINITY))))
                .endsWith("\na +Inf\n");
        assertThat(TextFormat.write(List.of(MetricFamily.gauge("a", "", Double.NEGATIVE_INFINITY))))
                .endsWith("\na -Inf\n");
        assertThat(TextFormat.write(List.of(MetricFamily.gauge("a", "", 1.5e300))))
                .endsWith("\na 1.5E300\n");
        assertThat(TextFormat.write(List.of(MetricFamily.gauge("a", "", 9_007_199_254_740_991.0))))
                .endsWith("\na 9007199254740991\n");
    }

    @Test
    void namesThatPrometheusRefusesAreRefusedHere() {
        assertThatIllegalArgumentException().isThrownBy(() -> MetricFamily.gauge("out-post", "", 1));
        assertThatIllegalArgumentException().isThrownBy(() -> MetricFamily.sample(Map.of("a:b", ""), 1));
    }

    @Test
    void whateverTheLabelsHoldAStrictReaderReadsItBack() {
        long seed = new Random().nextLong();
        System.out.println("seed " + seed);
        var random = new Random(seed);
        for (int round = 0; round < 500; round++) {
            List<MetricFamily.Sample> samples = new ArrayList<>();
            int count = 1 + random.nextInt(5);
            for (int i = 0; i < count; i++) {
                Map<String, String> labels = Map.of("n", Integer.toString(i), "text", hostile(random));
                samples.add(MetricFamily.sample(labels, random.nextGaussian() * Math.pow(10, random.nextInt(40))));
            }
            String help = hostile(random);
            var family = new MetricFamily("outpost_x", help, Type.GAUGE, samples);

            List<PrometheusText.Sample> read = PrometheusText.parse(TextFormat.write(List.of(family)));

            assertThat(read)
                    .extracting(PrometheusText.Sample::labels)
                    .map(Map::copyOf)
                    .containsExactlyElementsOf(samples.stream()
                            .map(sample -> Map.copyOf(sample.labels()))
                            .toList());
            assertThat(read)
                    .extracting(PrometheusText.Sample::value)
                    .containsExactlyElementsOf(
                            samples.stream().map(MetricFamily.Sample::value).toList());
            assertThat(read).allSatisfy(sample -> assertThat(sample.help()).isEqualTo(help));
        }
    }

    @Test
    void strictReaderIsStrict() {
        for (String broken : List.of(
                "up 1\n",
                "# HELP up Up.\n# TYPE up gauge\n",
                "# HELP up Up.\n# TYPE up gauge\nup 1",
                "# HELP up Up.\n# TYPE up gauge\nup  1\n",
                "# HELP up Up.\n# TYPE up gauge\nup{a=\"b\"\"} 1\n",
                "# HELP up Up.\n# TYPE up gauge\nup 1\nup 1\n",
                "# HELP up Up.\n# TYPE up counter\nup 1\n",
                "# HELP up Up.\n# TYPE up gauge\nup 1,5\n",
                "# HELP up \\q\n# TYPE up gauge\nup 1\n")) {
            assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> PrometheusText.parse(broken));
        }
    }

    private static String hostile(Random random) {
        String alphabet = "\"\\\n n{},= é𝄞\t#";
        var text = new StringBuilder();
        for (int i = random.nextInt(20); i > 0; i--) {
            text.appendCodePoint(alphabet.codePoints()
                    .toArray()[random.nextInt((int) alphabet.codePoints().count())]);
        }
        return text.toString();
    }
}
