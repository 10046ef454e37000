/**
 * Whether a goal has anything to do: stamps and bytes of what went in and what came out, and how files and
 * folders come and go whole.
 *
 * <p>Asked first in every run, so nothing here may load a parser or a graph. A damaged record is a reason to do the work
 * again, never to fail.
 */
package io.whittle.assembler.fresh;
