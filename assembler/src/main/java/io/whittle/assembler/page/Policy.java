package io.whittle.assembler.page;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/** The content security policy of a page: what stands in it may run, and nothing may be fetched. */
final class Policy {
    private Policy() {}

    /** The policy for these inline scripts and this style. */
    static String of(List<String> scripts, String style) {
        return String.join(
                "; ",
                "default-src 'none'",
                "script-src " + scripts.stream().map(Policy::hash).collect(Collectors.joining(" ")),
                "style-src " + hash(style),
                // For the empty icon, without which a browser asks the server for one.
                "img-src data:",
                "base-uri 'none'",
                "form-action 'none'",
                // No text becomes markup, not even by a mistake of ours.
                "require-trusted-types-for 'script'",
                "trusted-types 'none'");
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
