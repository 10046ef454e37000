package io.whittle.assembler.lock;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How much the size of an image may move before that counts: the project's own code moves it a little with each commit.
 *
 * @param percent of the accepted size, not below 0
 */
public record Tolerance(BigDecimal percent) {
    /** Bytes; a move by less than these never counts, however small the image. */
    public static final long LEAST_BYTES = 64 * 1024;

    private static final Pattern TEXT = Pattern.compile("\\s*(\\d{1,3}(?:\\.\\d{1,3})?)\\s*%?\\s*");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** Reads {@code 1}, {@code 0.5} or {@code 2 %}; empty when it is no such text. */
    public static Optional<Tolerance> parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        return matcher.matches() ? Optional.of(new Tolerance(new BigDecimal(matcher.group(1)))) : Optional.empty();
    }

    /** Whether a size is near enough to the accepted one; larger or smaller alike. */
    public boolean covers(long accepted, long now) {
        long moved = Math.abs(now - accepted);
        return moved < LEAST_BYTES
                || BigDecimal.valueOf(moved).multiply(HUNDRED).compareTo(percent.multiply(BigDecimal.valueOf(accepted)))
                        <= 0;
    }
}
