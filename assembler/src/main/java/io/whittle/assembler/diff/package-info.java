/**
 * Two states held against each other: catalogues, accepted states, or what builds have left, as far as each says anything; and the
 * reports that tell what is other.
 *
 * <p>Nothing here reads a catalogue, resolves, or links.
 */
package io.whittle.assembler.diff;
