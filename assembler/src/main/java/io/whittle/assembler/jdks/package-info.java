/**
 * Where JDKs are looked for whose modules go into images, by platform and feature version, and what was wrong with those that
 * were found and do not fit. Archives are unpacked, kept, and proved to be what was unpacked before each use.
 */
package io.whittle.assembler.jdks;
