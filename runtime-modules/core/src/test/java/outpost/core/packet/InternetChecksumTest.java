package outpost.core.packet;

import org.junit.jupiter.api.Test;

import java.nio.ByteBuffer;
import java.util.HexFormat;

import static org.assertj.core.api.Assertions.assertThat;

class InternetChecksumTest {
    @Test
    void theExampleOfTheStandard() {
        // RFC 1071, section 3.
        assertThat(sum("0001f203f4f5f6f7")).isEqualTo(~0xddf2 & 0xffff);
    }

    @Test
    void aHeaderAsItIsPrintedInTextbooks() {
        String header = "45000073000040004011%sc0a80001c0a800c7";
        assertThat(sum(header.formatted("0000"))).isEqualTo(0xb861);
        assertThat(sum(header.formatted("b861"))).as("over the right sum").isZero();
    }

    @Test
    void theExampleOfAFieldThatChanged() {
        // RFC 1624, section 4: of a header whose sum is dd2f a field goes from 5555 to 3285, and the sum to 0000. The
        // other fields come to
        // cd7a.
        assertThat(sum("cd7a" + "5555")).isEqualTo(0xdd2f);
        assertThat(sum("cd7a" + "3285")).isZero();
    }

    @Test
    void swappedBytesGiveASwappedSum() {
        // RFC 1071, section 2 (B), with its numbers: whatever the order of a machine's bytes is.
        assertThat(sum("010003f2f5f4f7f6")).isEqualTo(~0xf2dd & 0xffff);
    }

    @Test
    void anOddByteCountsAsFollowedByZero() {
        assertThat(sum("010203")).isEqualTo(sum("01020300"));
        assertThat(sum("")).isEqualTo(0xffff);
    }

    @Test
    void carriesOfManyWordsAreAddedBackIn() {
        assertThat(sum("ffff".repeat(40_000) + "0001")).isEqualTo(0xfffe);
    }

    private static int sum(String hex) {
        return new InternetChecksum()
                .add(ByteBuffer.wrap(HexFormat.of().parseHex(hex)))
                .value();
    }
}
