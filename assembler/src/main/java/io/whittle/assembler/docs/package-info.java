/**
 * Sections of Markdown files that are marked as Whittle's: found, filled in through templates with what a profile comes to and what
 * was measured, and held against what they would be. All else in a file stays as it is, byte for byte.
 *
 * <p>Nothing here reads a catalogue, resolves, links, or writes a file.
 */
package io.whittle.assembler.docs;
