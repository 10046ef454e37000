/**
 * Changes to the text of a feature-tags.yaml that leave everything else in it as it was: comments, order, indentation.
 *
 * <p>Only adding; nothing here takes anything away.
 */
package io.whittle.graph.edit;
