/**
 * The images that a CI run is about: rows (profiles, single features, rows of pairs) times platforms, merged where they come to one
 * image, limited and shared out. What is in a row is the resolver's word; how cells are told is not known here.
 */
package io.whittle.graph.cells;
