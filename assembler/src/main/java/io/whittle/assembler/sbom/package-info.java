/**
 * What an image is made of, as a CycloneDX document: modules, jars, native files, their hashes and licences, and what depends on
 * what. Equal images give equal bytes.
 *
 * <p>Nothing here links, or asks a network what an image does not tell.
 */
package io.whittle.assembler.sbom;
