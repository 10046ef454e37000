package io.whittle.assembler.lock;

/**
 * What was accepted for a profile on a platform.
 *
 * @param contents what is in the image
 * @param imageBytes what all its files take on disk
 */
public record LockEntry(LockContents contents, long imageBytes) {}
