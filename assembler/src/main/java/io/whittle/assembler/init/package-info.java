/**
 * A first catalogue for a project that has none: features, requirements and capabilities as the code has them.
 *
 * <p>Nothing here reads a catalogue, writes a file or knows how a project is built.
 */
package io.whittle.assembler.init;
