/**
 * What is wrong, needless or worth knowing in a catalogue as a whole, whatever profile is asked for.
 *
 * <p>Observations and their words live here. What can be in is asked of the solver, what a profile comes to of the resolver; no
 * document is written here.
 */
package io.whittle.graph.analysis;
