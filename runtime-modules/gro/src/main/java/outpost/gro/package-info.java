/**
 * Generic receive offload: segments of one connection that came together are one segment for the stack. Holds no state of any
 * connection; every byte that comes in is hostile, and what is in doubt stays as it came.
 */
package outpost.gro;
