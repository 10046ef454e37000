/**
 * Models of other tools as catalogues, and catalogues for other tools: UVL comes in, DOT and JSON go out.
 *
 * <p>What comes in is text of a feature-tags.yaml, which the ordinary reader reads. Nothing is resolved here; a
 * resolution is only drawn.
 */
package io.whittle.graph.interchange;
