/**
 * Tells a resolution to people and programs: why a feature is in or out, as a tree for a console, as a document.
 *
 * <p>Nothing is decided here; what is said is read off a {@link io.whittle.graph.resolve.Resolution}, as it is or as
 * {@link io.whittle.graph.resolve.WhatIf} tried it.
 */
package io.whittle.graph.explain;
