/** Documents that were written of images, by this call or another, on this machine or another: each read in one way, and none believed unseen. */
package io.whittle.assembler.documents;
