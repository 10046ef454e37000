package io.whittle.assembler.jimage;

/**
 * One thing in which two links of the same are not the same.
 *
 * @param where a path in the image, or within {@code lib/modules} the name of a resource, such as
 *     {@code lib/modules: /java.base/module-info.class}
 * @param how in words
 */
public record ImageDifference(String where, String how) {
    @Override
    public String toString() {
        return where + ": " + how;
    }
}
