/**
 * The smallest set of features, or of modules, that heals a check: which sets are tried, in which order, and what follows
 * from what was seen.
 *
 * <p>A set is tried by whoever calls. Nothing here starts a process, links an image or knows a catalogue.
 */
package io.whittle.assembler.bisect;
