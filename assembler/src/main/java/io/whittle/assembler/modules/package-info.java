/**
 * Modules on disk: what a module path holds and what a JDK holds, read from descriptors.
 *
 * <p>Nothing here knows features or images.
 */
package io.whittle.assembler.modules;
