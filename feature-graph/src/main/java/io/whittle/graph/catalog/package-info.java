/**
 * What feature-tags.yaml says, each word with its place: features, profiles, platforms, image options, checks.
 *
 * <p>Values and the reader that makes them live here. What a profile resolves to does not: nothing in this package
 * decides what is in an image.
 */
package io.whittle.graph.catalog;
