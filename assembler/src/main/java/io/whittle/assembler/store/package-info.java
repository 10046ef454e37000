/**
 * Finished images, kept under the hash of what they are made of, for builds that would make them again.
 *
 * <p>Nothing here knows what an image is. A store is never a reason to fail: what is wrong with it is told, and the work is done as if there
 * were none.
 */
package io.whittle.assembler.store;
