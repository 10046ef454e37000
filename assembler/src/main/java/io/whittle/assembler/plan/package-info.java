/**
 * From a resolution to a plan: which modules and jars an image holds, by whom each was brought, and everything that stands against
 * it, all at once.
 *
 * <p>What features mean is decided in the feature graph; nothing here reads a catalogue's text, links, or looks into an image.
 */
package io.whittle.assembler.plan;
