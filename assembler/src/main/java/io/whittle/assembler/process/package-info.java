/**
 * Processes of others that do not outlive what started them: started with a clean environment and a mark, read within
 * bounds, ended with all that they started, also when this JVM is killed.
 *
 * <p>Nothing here knows of images, features or checks.
 */
package io.whittle.assembler.process;
