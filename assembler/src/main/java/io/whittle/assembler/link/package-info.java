/**
 * From a resolution to an image: the plan, the link, and the proof that what was linked is what was asked.
 *
 * <p>An image appears whole or not at all. What features mean is decided in the feature graph; nothing here reads a
 * catalogue's text.
 */
package io.whittle.assembler.link;
