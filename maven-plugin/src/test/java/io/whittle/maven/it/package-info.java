/**
 * What the scripts of {@code src/it} share: a project that was built, its log, its images, and Maven once more.
 *
 * <p>Nothing here knows one project from another; what a project proves stands in its own script.
 */
package io.whittle.maven.it;
