/**
 * What code uses, read from class files, descriptors and files of services, each use with the places that prove it.
 *
 * <p>Nothing here knows features, profiles or a catalogue.
 */
package io.whittle.assembler.evidence;
