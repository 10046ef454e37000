/**
 * Lists of tags that somebody wrote by hand, held against the catalogue: which declared edges they break, and which tags
 * do nothing.
 *
 * <p>How features are spelled as tags is known to {@code io.whittle.graph.export}. Nothing is resolved here: a list keeps
 * what it keeps, and what a profile comes to is handed in.
 */
package io.whittle.graph.lint;
