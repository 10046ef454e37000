/**
 * Native files: which they are, for which platforms each was built, and which of those in a jar an image can load.
 *
 * <p>Headers tell, and names only what headers leave open. Nothing here knows features, plans or images.
 */
package io.whittle.assembler.natives;
