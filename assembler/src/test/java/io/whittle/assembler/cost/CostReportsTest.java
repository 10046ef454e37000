package io.whittle.assembler.cost;

import io.whittle.assembler.pack.ArchiveFormat;
import io.whittle.assembler.testing.Golden;
import io.whittle.graph.catalog.Platform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;

import static io.whittle.assembler.testing.Schemas.errors;
import static org.assertj.core.api.Assertions.assertThat;

/** The reports of costs, held against what somebody looked at. */
class CostReportsTest {
    @Test
    void json() {
        Golden.hold("cost/cost.json", CostJson.write(rich()));
        assertThat(errors("cost.schema.json", CostJson.write(rich()))).isEmpty();
    }

    @Test
    void markdown() {
        Golden.hold("cost/cost.md", CostMarkdown.write(rich()));
    }

    @Test
    void console() {
        Golden.hold("cost/cost.txt", String.join("\n", CostText.lines(rich())) + "\n");
    }

    @Test
    void whatNobodyMeasuredHasNoColumn() {
        assertThat(CostText.lines(rich()).get(1)).contains("memory", "estimated");
        assertThat(CostText.lines(plain()).get(1)).doesNotContain("memory").doesNotContain("estimated");
    }

    @Test
    void aLongListIsShortenedOnTheConsoleAlone() {
        Change much = new Change(
                new TreeSet<>(Set.of("a", "b", "c", "d")),
                new Weight(10, 5),
                Optional.empty(),
                List.of("java.a", "java.b", "java.c", "java.d", "java.e"),
                List.of(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                Optional.empty());
        Costs costs = costs(
                false,
                List.of(new FeatureCost(
                        "large", true, Optional.of(much), Optional.empty(), Optional.empty(), Optional.empty())));

        assertThat(CostText.lines(costs))
                .anyMatch(line -> line.endsWith("  a, b, c, d; java.a, java.b, java.c and 2 more"))
                .contains("  cost.json and cost.md name all that goes or comes along");
        assertThat(CostMarkdown.write(costs)).contains("java.c, java.d, java.e");
        assertThat(CostText.lines(plain())).noneMatch(line -> line.contains("name all"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"schema\" : 1 | \"schema\" : 2",
                "\"remove\" | \"add\"",
                "\"refused\" | \"why\"",
                "\"format\" : \"tar.gz\" | \"format\" : \"rar\"",
            })
    void theSchemaRefusesWhatIsNotOfTheFormat(String right, String wrong) {
        String text = CostJson.write(rich());

        assertThat(text).contains(right);
        assertThat(errors("cost.schema.json", text.replace(right, wrong))).isNotEmpty();
    }

    @Test
    void contributorsAreTheFiveThatGiveMostBack() {
        assertThat(Contributors.of(rich(), BudgetKind.IMAGE))
                .extracting(BudgetVerdict.Contributor::feature)
                .containsExactly("localapi", "health");
        assertThat(Contributors.of(rich(), BudgetKind.MEMORY))
                .extracting(BudgetVerdict.Contributor::feature)
                .containsExactly("localapi");
        assertThat(Contributors.areAllKnown(rich(), BudgetKind.IMAGE)).isTrue();
        assertThat(Contributors.areAllKnown(rich(), BudgetKind.MEMORY)).isFalse();
    }

    private static Costs plain() {
        return costs(false, List.of(out()));
    }

    private static Costs rich() {
        return costs(
                true,
                List.of(
                        new FeatureCost(
                                "localapi",
                                true,
                                Optional.of(change(Set.of("cli", "ipnbus"), 385_000, OptionalLong.of(3 << 20))),
                                Optional.empty(),
                                Optional.of(new Weight(15_000, 9_000)),
                                Optional.of(new Weight(70_000, 31_000))),
                        new FeatureCost(
                                "health",
                                true,
                                Optional.of(change(Set.of(), 700, OptionalLong.empty())),
                                Optional.empty(),
                                Optional.of(new Weight(4_000, 3_000)),
                                Optional.of(Weight.NONE)),
                        new FeatureCost(
                                "core",
                                true,
                                Optional.empty(),
                                Optional.of("core is *needed* by base"),
                                Optional.of(new Weight(1_000, 500)),
                                Optional.empty()),
                        out()));
    }

    private static FeatureCost out() {
        return new FeatureCost(
                "desktop",
                false,
                Optional.of(new Change(
                        new TreeSet<>(),
                        new Weight(14_600_000, 12_000_000),
                        Optional.empty(),
                        List.of("java.desktop", "java.xml"),
                        List.of(),
                        OptionalLong.empty(),
                        OptionalLong.empty(),
                        Optional.of("the profile forbids java.desktop"))),
                Optional.empty(),
                Optional.of(new Weight(7_000, 4_000)),
                Optional.of(Weight.NONE));
    }

    private static Change change(Set<String> with, long bytes, OptionalLong memory) {
        return new Change(
                new TreeSet<>(with),
                new Weight(bytes, bytes / 2),
                Optional.of(new Weight(bytes + 100, bytes / 2 + 100)),
                List.of("jdk.net"),
                List.of("info.picocli:picocli:4.7.7"),
                memory,
                OptionalLong.empty(),
                Optional.empty());
    }

    private static Costs costs(boolean exact, List<FeatureCost> features) {
        return new Costs(
                "minimal",
                Platform.parse("linux/amd64"),
                "3d".repeat(32),
                ArchiveFormat.TAR_GZ,
                exact,
                new Weight(35_700_000, 18_500_000),
                exact ? Optional.of(new Weight(35_710_000, 18_510_000)) : Optional.empty(),
                exact ? Optional.of(new Footprint(OptionalLong.of(61 << 20), OptionalLong.of(480))) : Optional.empty(),
                features,
                List.of(
                        new ModuleCost("java.base", new Weight(30_000_000, 15_000_000), Optional.empty(), true),
                        new ModuleCost("acme.api", new Weight(15_000, 9_000), Optional.of("feature localapi"), false)),
                List.of("not everything *was* measured"));
    }
}
