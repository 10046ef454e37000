/** From a plan to an image: jlink, launchers, and the proof that what was linked is what was planned. An image appears whole or not at all. */
package io.whittle.assembler.link;
