/**
 * Jars on the class path of an image: what they need of the JDK, how their files are named, how they are laid there.
 *
 * <p>Nothing here knows features or plans.
 */
package io.whittle.assembler.classpath;
