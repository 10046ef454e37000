package io.whittle.assembler.lock;

import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import static org.assertj.core.api.Assertions.assertThat;

class EntryDiffTest {
    private static final Tolerance ONE = new Tolerance(BigDecimal.ONE);
    private static final LockEntry ACCEPTED = new LockEntry(Locks.contents(), 40_000_000);

    @Test
    void theSameIsNoDifference() {
        assertThat(EntryDiff.of(Optional.of(ACCEPTED), ACCEPTED, ONE)).isEmpty();
    }

    @Test
    void everyKindOfItemIsComparedInTheOrderOfTheDocument() {
        String other = "f".repeat(64);
        LockContents now = new LockContents(
                new LockContents.Jdk("17.0.16", Optional.of("Debian")),
                new TreeMap<>(Map.of("compress", "zip-9", "locales", "de, fr")),
                new TreeMap<>(Map.of("cli", "all", "metrics", "required")),
                new TreeMap<>(Map.of(
                        "acme.cli", new LockedOrigin.OfProject(),
                        "acme.metrics", new LockedOrigin.OfProject(),
                        "java.base", new LockedOrigin.OfJdk(),
                        "lib.net", new LockedOrigin.OfDependency("com.acme:net:1.0", other))),
                new TreeMap<>(Map.of(
                        "com.acme:app", new LockedOrigin.OfProject(),
                        "com.acme:driver", new LockedOrigin.OfDependency("com.acme:driver:2.1", other),
                        "com.acme:natives:macos", new LockedOrigin.OfDependency("com.acme:natives:macos:1.0", other))));

        assertThat(EntryDiff.of(Optional.of(ACCEPTED), new LockEntry(now, 41_000_000), ONE))
                .containsExactly(
                        "- jdk 17.0.15 (Debian)",
                        "+ jdk 17.0.16 (Debian)",
                        "- option compress (zip-6)",
                        "+ option compress (zip-9)",
                        "+ option locales (de, fr)",
                        "- option strip (java-debug)",
                        "- feature cli (asked-for)",
                        "+ feature cli (all)",
                        "- feature localapi (required)",
                        "+ feature metrics (required)",
                        "+ module acme.metrics (project)",
                        "- module lib.net (com.acme:net:1.0, sha256 " + Locks.HASH + ")",
                        "+ module lib.net (com.acme:net:1.0, sha256 " + other + ")",
                        "- artifact com.acme:driver (by name alone)",
                        "+ artifact com.acme:driver:2.1 (sha256 " + other + ")",
                        "- artifact com.acme:natives:linux:1.0 (sha256 " + Locks.HASH + ")",
                        "+ artifact com.acme:natives:macos:1.0 (sha256 " + other + ")",
                        "- image 38.1 MiB (40000000 bytes)",
                        "+ image 39.1 MiB (41000000 bytes), 2.5 % more");
    }

    @Test
    void anotherJdkIsOneDifferenceAndNotOneForEachOfItsModules() {
        LockContents now = Locks.contents(new LockContents.Jdk("17.0.15", Optional.empty()));

        assertThat(EntryDiff.ofContents(Optional.of(ACCEPTED), now))
                .containsExactly("- jdk 17.0.15 (Debian)", "+ jdk 17.0.15");
    }

    @Test
    void whatWasNeverAcceptedIsADifferenceInAFewWords() {
        assertThat(EntryDiff.of(Optional.empty(), ACCEPTED, ONE))
                .containsExactly(
                        "+ not accepted yet: 2 features, 3 modules, jdk 17.0.15 (Debian)",
                        "+ image 38.1 MiB (40000000 bytes)");
    }

    @Test
    void sizesMayMoveByAPercentEitherWayAndSmallMovesNeverCount() {
        assertThat(ONE.covers(40_000_000, 40_400_000)).isTrue();
        assertThat(ONE.covers(40_000_000, 40_400_001)).isFalse();
        assertThat(ONE.covers(40_000_000, 39_600_000)).isTrue();
        assertThat(ONE.covers(40_000_000, 39_599_999)).isFalse();
        assertThat(ONE.covers(1000, 1000 + Tolerance.LEAST_BYTES - 1)).isTrue();
        assertThat(ONE.covers(1000, 1000 + Tolerance.LEAST_BYTES)).isFalse();
        assertThat(new Tolerance(BigDecimal.ZERO).covers(40_000_000, 40_065_535))
                .isTrue();
        assertThat(new Tolerance(BigDecimal.ZERO).covers(40_000_000, 40_065_536))
                .isFalse();
        assertThat(EntryDiff.ofSize(40_000_000, 30_000_000, ONE).get(1)).endsWith(", 25.0 % less");
        assertThat(EntryDiff.ofSize(0, 30_000_000, ONE)).hasSize(2);
    }

    @Test
    void aToleranceIsANumberOfPercent() {
        assertThat(Tolerance.parse("1")).contains(ONE);
        assertThat(Tolerance.parse(" 0.5 % ")).contains(new Tolerance(new BigDecimal("0.5")));
        for (String wrong : new String[] {"", "-1", "1e9", "much", "1,5", "1000"}) {
            assertThat(Tolerance.parse(wrong)).as(wrong).isEmpty();
        }
    }
}
