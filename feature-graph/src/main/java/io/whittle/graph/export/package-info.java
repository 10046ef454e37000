/**
 * A resolution for builds that are not Java: as a list of tags, or through a template of the user's own.
 *
 * <p>What is in and what is out is read off a {@link io.whittle.graph.resolve.Resolution}; nothing is decided here, and no
 * file is written. Lists that somebody wrote by hand are looked at in {@code io.whittle.graph.lint}.
 */
package io.whittle.graph.export;
