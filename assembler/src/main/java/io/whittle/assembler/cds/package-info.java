/**
 * The archive of classes that an image starts quicker with (class data sharing): which classes, made by the image's own JVM, proved to be
 * used.
 */
package io.whittle.assembler.cds;
