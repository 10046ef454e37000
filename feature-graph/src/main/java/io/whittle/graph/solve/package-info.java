/**
 * The graph of one platform in numbers, and what is computed on it: closures, what falls, answers, smallest clashes, proofs.
 *
 * <p>Features and capabilities are numbers in the order of their names, so that "first by name" is "smallest". Nothing is told
 * to people here; words and reasons are made of these numbers elsewhere.
 */
package io.whittle.graph.solve;
