/**
 * What a check that passes in some rows of features and fails in others tells of the features it needs, and the reports that tell
 * it.
 *
 * <p>Rows are run by whoever calls. Nothing here starts a process or links an image.
 */
package io.whittle.assembler.probe;
