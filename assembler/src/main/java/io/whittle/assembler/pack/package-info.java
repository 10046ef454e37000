/**
 * Folders as archives, the same folder to the same bytes, and archives as folders, with nothing beside the folder touched.
 *
 * <p>Knows nothing of catalogues, plans and links: any folder can be packed, any archive unpacked.
 */
package io.whittle.assembler.pack;
