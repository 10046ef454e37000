package io.whittle.assembler.goal;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How what is linked is held against what was accepted.
 *
 * @param named the file of the accepted state; empty: {@code whittle.lock} beside the catalogue
 * @param compared whether a difference fails the link; not where it is accepted in the same call of the build tool
 * @param tolerance by how many percent the size of an image may move, such as {@code 1} or {@code 0.5}
 * @param command the command that accepts, for messages; profiles and platforms are put behind it
 */
public record LockUse(Optional<Path> named, boolean compared, String tolerance, String command) {}
