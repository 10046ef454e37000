/**
 * What features cost: bytes of an image on disk and to transfer, told from the weights of its modules, and memory and start-up, told from
 * images that were measured; and whether an image keeps to the budgets of its profile.
 */
package io.whittle.assembler.cost;
