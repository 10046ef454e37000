/**
 * What a profile resolves to on a platform: every feature in or out, each with its reason, and the modules that follow.
 *
 * <p>The solver and its answers live here. Reading the file does not, nor does telling an answer to people: no text for
 * a console and no document is written here.
 */
package io.whittle.graph.resolve;
