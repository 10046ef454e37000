/**
 * What code asks of the JDK without requiring a module for it (algorithms, charsets, file systems, locale data, names), and which
 * module of a given JDK answers.
 *
 * <p>No algorithm, charset or language is listed by hand: a JDK is asked. Nothing here knows features, catalogues or images.
 */
package io.whittle.assembler.jdkneeds;
