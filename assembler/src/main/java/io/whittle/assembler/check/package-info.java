/**
 * Checks of a catalogue, run in a linked image: what each came to, with all that is needed to see why, and the reports of it.
 *
 * <p>Nothing here links, resolves, or decides whether a build fails.
 */
package io.whittle.assembler.check;
