package io.whittle.graph.cells;

import io.whittle.graph.catalog.Platform;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * One image of a matrix, and all rows that come to it.
 *
 * @param content what it holds
 * @param rows those that come to it, all on one platform, the one that gives it its name first; never empty
 */
public record Cell(Content content, List<Row> rows) {
    private static final int DIGITS = 12;

    public Cell {
        rows = List.copyOf(rows);
    }

    /** By which it is asked for: a hash of what it holds. An edit that leaves the image what it is leaves it, too. */
    public String id() {
        return content.id();
    }

    /** That of its first row. On a platform each cell has one of its own. */
    public String name() {
        return rows.get(0).name();
    }

    /** What its first row is made of. */
    public RowKind kind() {
        return rows.get(0).kind();
    }

    /** What it is made for. */
    public Platform platform() {
        return rows.get(0).resolution().platform();
    }

    static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
