/**
 * What an image lacks for a check to pass: parts of images as candidates of a bisection, images to try them in, and the edit that
 * heals.
 */
package io.whittle.assembler.heal;
