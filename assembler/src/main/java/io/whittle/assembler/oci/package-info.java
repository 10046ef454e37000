/**
 * Images as container images: layers, configurations, manifests and indexes of the Open Container Initiative, and archives that
 * {@code docker load} reads. No daemon is asked and nothing is run. Which images there are is said by others.
 */
package io.whittle.assembler.oci;
