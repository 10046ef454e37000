/**
 * Request to resolution: every feature in or out, each with its reason, and the modules that follow; or why a request cannot be
 * met, proved, and in words.
 *
 * <p>What is computed on numbers is in {@code solve}. Reading the file does not live here, nor does telling a resolution: no
 * document is written here.
 */
package io.whittle.graph.resolve;
