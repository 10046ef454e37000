package io.whittle.graph.catalog;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Random;
import java.util.function.Predicate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Conditions mean what they say, however they are spelled. */
class ConditionParserTest {
    /** A condition in words, and what it means. */
    private record Spelled(String text, Predicate<Platform> meaning) {}

    @ParameterizedTest
    @CsvSource({
        "not linux or macos, (not linux) or macos",
        "not linux and amd64, (not linux) and amd64",
        "linux or macos and amd64, linux or (macos and amd64)",
        "amd64 and linux or macos, (amd64 and linux) or macos",
        "!linux|macos&amd64, not linux or macos and amd64",
        "not not linux, linux",
        "((linux)), linux",
        "  linux   or\tmacos , linux or macos"
    })
    void notBindsBeforeAndAndAndBeforeOr(String text, String same) throws IllegalConditionException {
        PlatformCondition one = ConditionParser.parse(text);
        PlatformCondition other = ConditionParser.parse(same);
        assertThat(Platform.all()).allMatch(platform -> one.holds(platform) == other.holds(platform));
    }

    @Test
    void randomConditionsHoldWhereTheirMeaningHoldsAndPrintAsTheyRead() throws IllegalConditionException {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("ConditionParserTest: -Dseed=" + seed);
        Random random = new Random(seed);
        for (int i = 0; i < 2000; i++) {
            Spelled spelled = any(random, 5, 0);
            PlatformCondition read = ConditionParser.parse(spelled.text());
            PlatformCondition again = ConditionParser.parse(read.toString());
            for (Platform platform : Platform.all()) {
                assertThat(read.holds(platform))
                        .as("seed %d: %s on %s", seed, spelled.text(), platform)
                        .isEqualTo(spelled.meaning().test(platform));
                assertThat(again.holds(platform))
                        .as("%s, printed", spelled.text())
                        .isEqualTo(read.holds(platform));
            }
        }
    }

    /** A condition of at least this binding: 0 for or, 1 for and, 2 for a single term. */
    private static Spelled any(Random random, int depth, int binding) {
        int kind = depth == 0 ? 3 : random.nextInt(4);
        if (kind == 0 || kind == 1) {
            Spelled left = any(random, depth - 1, kind);
            Spelled right = any(random, depth - 1, kind + 1);
            String operator = kind == 0 ? pick(random, " or ", "|", " | ") : pick(random, " and ", "&", " & ");
            String text = left.text() + operator + right.text();
            Predicate<Platform> meaning = kind == 0
                    ? left.meaning().or(right.meaning())
                    : left.meaning().and(right.meaning());
            return new Spelled(kind < binding ? "(" + text + ")" : text, meaning);
        }
        if (kind == 2) {
            Spelled term = any(random, depth - 1, 2);
            return new Spelled(
                    pick(random, "not ", "!", "! ") + term.text(),
                    term.meaning().negate());
        }
        List<String> words = List.copyOf(PlatformWords.all());
        String word = words.get(random.nextInt(words.size()));
        return new Spelled(
                word,
                platform -> List.of(platform.toString().split("/")).contains(word)
                        || word.equals("glibc")
                                && platform.libc().filter(Libc.GLIBC::equals).isPresent());
    }

    private static String pick(Random random, String... spellings) {
        return spellings[random.nextInt(spellings.length)];
    }

    @Test
    void everyWordHoldsSomewhere() {
        for (String word : PlatformWords.all()) {
            PlatformCondition condition = PlatformWords.condition(word).orElseThrow();
            assertThat(PlatformSet.of(condition).any()).as(word).isPresent();
        }
    }

    @Test
    void whatHintsOfferCanBeRead() throws IllegalConditionException {
        for (String word : List.of("darwin", "armv7", "bsd", "unix", "x86_64", "musl-libc", "LINUX")) {
            assertThat(ConditionParser.parse(PlatformWords.here(word).orElse("linux")))
                    .isNotNull();
        }
    }

    @Test
    void aBrokenConditionKnowsWhere() {
        assertThatThrownBy(() -> ConditionParser.parse("linux or  macosx"))
                .isInstanceOfSatisfying(
                        IllegalConditionException.class,
                        broken -> assertThat(broken.offset()).isEqualTo(10))
                .hasMessage("'macosx' is no platform word; write macos");
    }
}
