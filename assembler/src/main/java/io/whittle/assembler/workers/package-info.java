/**
 * JVMs that link one image after the other, and are warm from the second on. Each runs the jlink of the JDK that it is of, one link at a
 * time.
 *
 * <p>Nothing here knows of plans. Whatever is wrong with a worker, its link is somebody else's to do.
 */
package io.whittle.assembler.workers;
