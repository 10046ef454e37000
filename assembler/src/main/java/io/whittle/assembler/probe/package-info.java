/**
 * What a check that passes in some rows of features and fails in others tells of the features it needs.
 *
 * <p>Rows are run by whoever calls. Nothing here starts a process, links an image or knows a catalogue.
 */
package io.whittle.assembler.probe;
