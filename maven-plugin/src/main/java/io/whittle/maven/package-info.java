/**
 * Goals of the Maven plugin: parameters in, one call, result out.
 *
 * <p>What a goal does lives in the assembler. Only Maven's own notions are turned into paths and names here.
 */
package io.whittle.maven;
