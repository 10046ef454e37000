/**
 * Choices of features that stand for many: few rows in which every two features are met, one in and the other out.
 *
 * <p>Rows are worked out here and nothing is run in them. What can be is asked of the solver; how rows are told is not known here.
 */
package io.whittle.graph.matrix;
