/**
 * What tests are set up with: tiny compiled modules, a small JDK of fixed version, golden files.
 *
 * <p>Nothing here asserts, except that a golden file is what it was.
 */
package io.whittle.assembler.testing;
